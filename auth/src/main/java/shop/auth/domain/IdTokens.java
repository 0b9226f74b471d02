package shop.auth.domain;

import java.util.Optional;
import shop.platform.Failure;

/** Who somebody is, as Firebase says. */
@FunctionalInterface
public interface IdTokens {

    /** Nobody to ask. */
    IdTokens NOT_CONFIGURED = token -> {
        throw Failure.of(
                Failure.Kind.UNAVAILABLE, "firebase_not_configured", "signing in with Firebase is not set up here");
    };

    /**
     * A person at Firebase.
     *
     * @param emailVerified whether Firebase has made sure that the address is the person's
     */
    record Identity(String id, Optional<String> email, boolean emailVerified, Optional<String> name) {}

    /** Unauthenticated when the token is forged, expired or revoked. */
    Identity verify(String token);

    /** The one answer to every token that is not good. */
    static Failure invalid() {
        return Failure.of(Failure.Kind.UNAUTHENTICATED, "invalid_id_token", "Firebase does not accept this token");
    }
}
