package shop.auth.domain;

/** Who somebody is, as far as signing in cares. */
public record Profile(Email email, boolean emailVerified, String displayName) {

    private static final String NOBODY = "deleted account";

    Profile verified() {
        return new Profile(email, true, displayName);
    }

    Profile called(String name) {
        return new Profile(email, emailVerified, name);
    }

    /** Nothing of the person, and the address is free for whoever has it next. */
    static Profile forgotten(String accountId) {
        return new Profile(new Email("", "deleted:" + accountId), false, NOBODY);
    }
}
