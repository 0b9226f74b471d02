package shop.auth.domain;

/** Whether an account can be used. What is deleted keeps nothing of the person but its id. */
public enum Status {
    ACTIVE,
    DISABLED,
    DELETED
}
