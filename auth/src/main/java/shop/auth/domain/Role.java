package shop.auth.domain;

/** What an account may be asked to do; everybody is a customer. */
public enum Role {
    CUSTOMER,
    SUPPORT,
    ADMIN
}
