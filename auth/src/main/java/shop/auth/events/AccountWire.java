package shop.auth.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import shop.auth.domain.AccountEvent;
import shop.auth.domain.AccountEvent.Mailed;
import shop.platform.crypto.Secret;
import shop.platform.events.Fact;

/** How account events are called and look outside; changing anything here changes a file in compose/contracts. */
public final class AccountWire {

    record VerificationRequested(
            String userId, String email, String displayName, String sealedToken, Instant expiresAt) {}

    record ResetRequested(
            String userId,
            String email,
            String displayName,
            String sealedToken,
            Instant expiresAt,
            String address,
            String userAgent) {}

    private final Secret secret;

    /**
     * Speaks of secrets only to who knows this one.
     *
     * @param secret shared with whoever writes the mails
     */
    public AccountWire(Secret secret) {
        this.secret = secret;
    }

    public Fact fact(AccountEvent event) {
        return new Fact("auth", type(event), data(event));
    }

    private static String type(AccountEvent event) {
        return switch (event) {
            case AccountEvent.Registered _ -> "user.registered";
            case AccountEvent.LoggedIn _ -> "user.logged_in";
            case AccountEvent.LoginFailed _ -> "user.login_failed";
            case AccountEvent.LoggedOut _ -> "user.logged_out";
            case AccountEvent.EmailVerified _ -> "user.email_verified";
            case AccountEvent.VerificationRequested _ -> "user.verification_requested";
            case AccountEvent.ResetRequested _ -> "user.password_reset_requested";
            case AccountEvent.PasswordChanged _ -> "user.password_changed";
            case AccountEvent.SessionRevoked _ -> "session.revoked";
        };
    }

    private Object data(AccountEvent event) {
        return switch (event) {
            case AccountEvent.VerificationRequested asked ->
                new VerificationRequested(
                        asked.userId(),
                        asked.email(),
                        asked.displayName(),
                        sealed(asked.mailed()),
                        asked.mailed().expiresAt());
            case AccountEvent.ResetRequested asked ->
                new ResetRequested(
                        asked.userId(),
                        asked.email(),
                        asked.displayName(),
                        sealed(asked.mailed()),
                        asked.mailed().expiresAt(),
                        asked.origin().address(),
                        asked.origin().userAgent());
            default -> event;
        };
    }

    private String sealed(Mailed mailed) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(secret.seal(mailed.token().getBytes(UTF_8)));
    }
}
