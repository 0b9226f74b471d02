package shop.platform.http;

import java.util.Map;

/**
 * The answers given to requests that carried an Idempotency-Key (draft-ietf-httpapi-idempotency-key-header), kept for 24
 * hours in the database of the service.
 */
public interface Idempotency {

    /** What is known of a request that comes in. */
    sealed interface Claim {
        /** Nobody has sent it before; the caller of {@link Idempotency#claim} now has to answer it. */
        record Fresh() implements Claim {}

        /** Another one like it is being answered. */
        record Running() implements Claim {}

        /** The key was used for another body. */
        record Reused() implements Claim {}

        /** It has been answered: so. */
        record Answered(Saved answer) implements Claim {}
    }

    /** An answer as it was sent. */
    record Saved(int status, Map<String, String> headers, byte[] body) {}

    /**
     * Takes a request, atomically: of two at once, one is fresh.
     *
     * @param scope tells caller, route and key from all others
     * @param fingerprint tells the body from all others
     */
    Claim claim(String scope, String fingerprint);

    /** Keeps the answer of a fresh request. */
    void keep(String scope, Saved answer);

    /** Forgets a fresh request that came to no lasting answer, so that it may be tried again. */
    void release(String scope);
}
