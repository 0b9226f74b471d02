package shop.stores.domain;

/** Who asks, as far as stores care. */
public record Caller(String id, boolean admin, boolean seesEverything) {

    /** Somebody who did not sign in. */
    public static final Caller STRANGER = new Caller("", false, false);

    /** The shop itself, when an event makes it act. */
    public static final Caller SYSTEM = new Caller("system", true, true);
}
