package shop.activity.domain;

/** Keeps what the platform did. */
public final class Recording {

    private final Trail trail;
    private final Forgetting forgetting;

    public Recording(Trail trail, Forgetting forgetting) {
        this.trail = trail;
        this.forgetting = forgetting;
    }

    /** May be repeated: the same event is one entry. */
    public void record(Entry audit) {
        trail.append(audit);
        forgetting.forgetAgain(audit.people());
    }
}
