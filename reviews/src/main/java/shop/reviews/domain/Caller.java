package shop.reviews.domain;

/** Who asks, as far as reviews care. */
public record Caller(String id, String name, boolean support) {

    /** Somebody who did not sign in. */
    public static final Caller STRANGER = new Caller("", "", false);

    /** Somebody whose token has outlived them. */
    Caller nameless() {
        return new Caller(id, Review.NOBODY, support);
    }
}
