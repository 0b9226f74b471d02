package shop.users.domain;

import java.util.Locale;

/** What somebody may do in the whole shop. */
public enum Role {
    CUSTOMER,
    SUPPORT,
    ADMIN;

    /** As it is called outside. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
