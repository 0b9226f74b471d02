package shop.auth.api;

import static shop.platform.http.Role.CUSTOMER;
import static shop.platform.http.Role.PUBLIC;
import static shop.platform.http.Route.Trait.AUTH_LIMIT;
import static shop.platform.http.Route.delete;
import static shop.platform.http.Route.get;
import static shop.platform.http.Route.post;
import static shop.platform.http.Route.put;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import shop.auth.domain.ChangingPassword;
import shop.auth.domain.LoggingOut;
import shop.auth.domain.Verifying;
import shop.platform.Page;
import shop.platform.http.Http;
import shop.platform.http.Principal;
import shop.platform.http.Route;
import shop.platform.http.Routes;

/** What people do about their own account: sessions, passwords, the e-mail address. */
public record SelfRoutes(LoggingOut loggingOut, ChangingPassword changingPassword, Verifying verifying)
        implements Routes {

    @Schema(description = "Who has forgotten a password")
    record Forgotten(
            @Schema(description = "E-mail address of the account", example = "ann@example.com", maxLength = 1000)
            String email) {

        Forgotten {
            Texts.bound("/email", email);
        }
    }

    @Schema(description = "A new password for a forgotten one")
    record Reset(
            @Schema(
                    description = "Secret from the mail",
                    example = "mL0nMZ0Rm9n2y2bqPZ0g8o5l8i5d0m1gq0v9xk1c3tE",
                    maxLength = 1000)
            String token,

            @Schema(description = "New password", example = "correct horse battery", minLength = 8, maxLength = 1000)
            String password) {

        Reset {
            Texts.bound("/token", token);
            Texts.bound("/password", password);
        }
    }

    @Schema(description = "A new password for a known one")
    record PasswordChange(
            @Schema(description = "Password until now", example = "correct horse battery", maxLength = 1000)
            String currentPassword,

            @Schema(description = "New password", example = "staple the horse", minLength = 8, maxLength = 1000)
            String newPassword) {

        PasswordChange {
            Texts.bound("/currentPassword", currentPassword);
            Texts.bound("/newPassword", newPassword);
        }
    }

    @Schema(description = "The proof that an address is one's own")
    record Verification(
            @Schema(
                    description = "Secret from the mail",
                    example = "mL0nMZ0Rm9n2y2bqPZ0g8o5l8i5d0m1gq0v9xk1c3tE",
                    maxLength = 1000)
            String token) {

        Verification {
            Texts.bound("/token", token);
        }
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/auth/sessions", this::sessions)
                        .by(CUSTOMER)
                        .says("List one's own sessions, the last used first")
                        .lists(SessionView.class),
                delete("/auth/sessions/{id}", this::endSession)
                        .by(CUSTOMER)
                        .says("End one of one's own sessions")
                        .answers(204)
                        .refuses(404, "session_not_found"),
                post("/auth/password/forgot", this::forgot)
                        .by(PUBLIC)
                        .says("Have a mail sent that resets the password")
                        .details("Answers alike whether or not there is such an account.")
                        .takes(Forgotten.class)
                        .answers(202)
                        .with(AUTH_LIMIT),
                post("/auth/password/reset", this::reset)
                        .by(PUBLIC)
                        .says("Set a new password with the secret from the mail; ends all sessions")
                        .takes(Reset.class)
                        .answers(204)
                        .refuses(422, "invalid_token", "weak_password")
                        .with(AUTH_LIMIT),
                put("/auth/password", this::changePassword)
                        .by(CUSTOMER)
                        .says("Change one's own password; ends one's other sessions")
                        .takes(PasswordChange.class)
                        .answers(204)
                        .refuses(409, "password_changed")
                        .refuses(422, "invalid_credentials", "weak_password")
                        .refuses(429, "too_many_attempts"),
                post("/auth/email/verify", this::verify)
                        .by(PUBLIC)
                        .says("Prove that one reads the mails to one's address")
                        .takes(Verification.class)
                        .answers(204)
                        .refuses(422, "invalid_token")
                        .with(AUTH_LIMIT),
                post("/auth/email/resend", this::resend)
                        .by(CUSTOMER)
                        .says("Have the mail sent again that verifies one's address")
                        .answers(202)
                        .refuses(409, "already_verified")
                        .refuses(429, "too_many_attempts"));
    }

    private void sessions(Context ctx) {
        var caller = Principal.of(ctx);
        var request = Http.page(ctx);
        var all = loggingOut.sessions(caller.userId());
        var from = request.after().map(Integer::parseInt).orElse(0);
        var page = all.stream().skip(from).limit(request.limit()).toList();
        var rest = from + request.limit();
        var next = rest < all.size() ? Optional.of(Integer.toString(rest)) : Optional.<String>empty();
        Http.answer(ctx, new Page<>(page, next).map(session -> SessionView.of(session, caller.sessionId())));
    }

    private void endSession(Context ctx) {
        loggingOut.end(Principal.of(ctx).userId(), ctx.pathParam("id"));
        ctx.status(HttpStatus.NO_CONTENT);
    }

    private void forgot(Context ctx) {
        changingPassword.forgot(Http.body(ctx, Forgotten.class).email(), Origins.of(ctx));
        ctx.status(HttpStatus.ACCEPTED);
    }

    private void reset(Context ctx) {
        var reset = Http.body(ctx, Reset.class);
        changingPassword.reset(reset.token(), reset.password(), Origins.of(ctx));
        ctx.status(HttpStatus.NO_CONTENT);
    }

    private void changePassword(Context ctx) {
        var change = Http.body(ctx, PasswordChange.class);
        var caller = Principal.of(ctx);
        changingPassword.change(
                new ChangingPassword.Wish(
                        caller.userId(), caller.sessionId(), change.currentPassword(), change.newPassword()),
                Origins.of(ctx));
        ctx.status(HttpStatus.NO_CONTENT);
    }

    private void verify(Context ctx) {
        verifying.verify(Http.body(ctx, Verification.class).token());
        ctx.status(HttpStatus.NO_CONTENT);
    }

    private void resend(Context ctx) {
        verifying.resend(Principal.of(ctx).userId());
        ctx.status(HttpStatus.ACCEPTED);
    }
}
