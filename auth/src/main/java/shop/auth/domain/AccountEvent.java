package shop.auth.domain;

import java.time.Instant;
import java.util.Set;

/** What the rest of the shop may learn about accounts. */
public sealed interface AccountEvent {

    record Registered(
            String userId,
            String email,
            String displayName,
            Set<Role> roles,
            Method method,
            String address,
            String userAgent)
            implements AccountEvent {}

    record LoggedIn(
            String userId,
            String sessionId,
            String email,
            String displayName,
            Method method,
            boolean newDevice,
            String address,
            String userAgent)
            implements AccountEvent {}

    record LoginFailed(String userId, String reason, String address, String userAgent) implements AccountEvent {}

    record LoggedOut(String userId, String sessionId) implements AccountEvent {}

    record EmailVerified(String userId, String email) implements AccountEvent {}

    record VerificationRequested(String userId, String email, String displayName, Mailed mailed)
            implements AccountEvent {}

    record ResetRequested(String userId, String email, String displayName, Mailed mailed, Origin origin)
            implements AccountEvent {}

    record PasswordChanged(String userId, String email, String displayName, How how, String address, String userAgent)
            implements AccountEvent {}

    record SessionRevoked(String userId, String sessionId, Reason reason) implements AccountEvent {}

    /** A secret in clear, for the owner's mailbox only: whoever writes it down seals it. */
    record Mailed(String token, Instant expiresAt) {

        @Override
        public String toString() {
            return "Mailed[…, " + expiresAt + "]";
        }
    }

    /** How somebody signs in. */
    enum Method {
        PASSWORD,
        FIREBASE
    }

    /** How a password came to be another. */
    enum How {
        CHANGED,
        RESET
    }

    /** Why a session ended before its time, other than by its owner logging out. */
    enum Reason {
        REFRESH_TOKEN_REUSED,
        ENDED_BY_OWNER,
        LOGOUT_ALL,
        PASSWORD_CHANGED,
        PASSWORD_RESET,
        TOO_MANY_SESSIONS,
        ACCOUNT_CLAIMED,
        ACCOUNT_DISABLED,
        ACCOUNT_DELETED
    }
}
