package shop.notifications.domain;

import java.util.Locale;

/** What a notification can be about. */
public enum Type {
    ORDER_PLACED,
    ORDER_PAID,
    ORDER_SHIPPED,
    ORDER_DELIVERED,
    ORDER_CANCELLED,
    ORDER_REFUNDED,
    STORE_ORDER_RECEIVED,
    REVIEW_RECEIVED,
    STOCK_LOW,
    STOCK_DEPLETED,
    STORE_SUSPENDED,
    STORE_REINSTATED,
    REVIEW_REPLIED,
    SECURITY_NEW_SIGN_IN,
    SECURITY_PASSWORD_CHANGED,
    ROLES_CHANGED;

    /** Whoever takes over an account must not be able to silence these. */
    public boolean isSecurity() {
        return this == SECURITY_NEW_SIGN_IN || this == SECURITY_PASSWORD_CHANGED;
    }

    /** As it is called outside. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
