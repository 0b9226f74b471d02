package shop.activity.domain;

/** What kind of thing the log knows: what the platform did, which is kept for good, or what visitors did, which is not. */
public enum Kind {
    AUDIT,
    BEHAVIOUR
}
