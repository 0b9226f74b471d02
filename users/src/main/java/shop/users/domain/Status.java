package shop.users.domain;

/** Whether somebody may sign in. */
public enum Status {
    ACTIVE,
    DISABLED,
    /** Erased: nothing of the person is left but the id. */
    DELETED
}
