package shop.email.domain;

/** Where a mail stands. */
public enum Status {
    QUEUED,
    SENDING,
    SENT,
    DEFERRED,
    FAILED,
    SUPPRESSED
}
