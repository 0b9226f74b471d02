package shop.auth.api;

import static shop.platform.http.Role.CUSTOMER;
import static shop.platform.http.Role.PUBLIC;
import static shop.platform.http.Route.Trait.AUTH_LIMIT;
import static shop.platform.http.Route.post;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import shop.auth.domain.LoggingIn;
import shop.auth.domain.LoggingInByFirebase;
import shop.auth.domain.LoggingOut;
import shop.auth.domain.Refreshing;
import shop.auth.domain.Registering;
import shop.platform.http.Http;
import shop.platform.http.Principal;
import shop.platform.http.Route;
import shop.platform.http.Routes;

/** Ways in and out. */
public record SignInRoutes(
        Registering registering,
        LoggingIn loggingIn,
        LoggingInByFirebase loggingInByFirebase,
        Refreshing refreshing,
        LoggingOut loggingOut)
        implements Routes {

    @Schema(description = "Who wants in")
    record Login(
            @Schema(description = "E-mail address", example = "ann@example.com", maxLength = 1000)
            String email,

            @Schema(description = "Password", example = "correct horse battery", maxLength = 1000)
            String password) {

        Login {
            Texts.bound("/email", email);
            Texts.bound("/password", password);
        }
    }

    @Schema(description = "What Firebase gave the client")
    record FirebaseLogin(
            @Schema(description = "ID token", example = "eyJhbGciOiJSUzI1NiJ9.e30.c2ln", maxLength = 8192)
            String idToken) {

        FirebaseLogin {
            Texts.bound("/idToken", idToken, 8_192);
        }
    }

    @Schema(description = "What the last sign-in or refresh answered")
    record Refresh(
            @Schema(
                    description = "Refresh token",
                    example = "b3BhcXVlLWZvci1jbGllbnRzLWFuZC1rZXB0LWFzLWEtaGFzaC1vbmx5LWhlcmUt",
                    maxLength = 1000)
            String refreshToken) {

        Refresh {
            Texts.bound("/refreshToken", refreshToken);
        }
    }

    @Override
    public List<Route> routes() {
        return List.of(
                post("/auth/register", this::register)
                        .by(PUBLIC)
                        .says("Make an account and sign in")
                        .takes(Registration.class)
                        .answers(201, SignedInView.class)
                        .refuses(409, "email_taken")
                        .refuses(422, "weak_password")
                        .with(AUTH_LIMIT),
                post("/auth/login", this::login)
                        .by(PUBLIC)
                        .says("Sign in with a password")
                        .details(
                                "Failures answer alike whether or not there is such an account. After 5 failures for an"
                                        + " account, or 20 from an address, each further try has to wait, longer every time.")
                        .takes(Login.class)
                        .answers(200, SignedInView.class)
                        .refuses(401, "invalid_credentials")
                        .refuses(403, "account_disabled")
                        .refuses(429, "too_many_attempts")
                        .with(AUTH_LIMIT),
                post("/auth/firebase", this::firebase)
                        .by(PUBLIC)
                        .says("Sign in with a Firebase ID token")
                        .details(
                                "An account with the same address is used only when Firebase has verified the address.")
                        .takes(FirebaseLogin.class)
                        .answers(200, SignedInView.class)
                        .answers(201, SignedInView.class)
                        .refuses(401, "invalid_id_token")
                        .refuses(403, "account_disabled")
                        .refuses(409, "email_taken")
                        .refuses(503, "firebase_not_configured")
                        .with(AUTH_LIMIT),
                post("/auth/refresh", this::refresh)
                        .by(PUBLIC)
                        .says("Get the next pair of tokens")
                        .details("The old refresh token works for another 30 seconds and leads to the same next one;"
                                + " used later, it ends the session.")
                        .takes(Refresh.class)
                        .answers(200, SignedInView.class)
                        .refuses(401, "invalid_refresh_token", "refresh_token_reused")
                        .with(AUTH_LIMIT),
                post("/auth/logout", this::logout)
                        .by(PUBLIC)
                        .says("End the session of a refresh token")
                        .takes(Refresh.class)
                        .answers(204),
                post("/auth/logout-all", this::logoutAll)
                        .by(CUSTOMER)
                        .says("End all sessions of the caller")
                        .answers(204));
    }

    private void register(Context ctx) {
        var application = Http.body(ctx, Registration.class).application();
        var signedIn = registering.register(application, Origins.of(ctx));
        ctx.status(HttpStatus.CREATED).header("Location", "/users/me").json(SignedInView.of(signedIn));
    }

    private void login(Context ctx) {
        var login = Http.body(ctx, Login.class);
        ctx.json(SignedInView.of(loggingIn.login(login.email(), login.password(), Origins.of(ctx))));
    }

    private void firebase(Context ctx) {
        var outcome =
                loggingInByFirebase.login(Http.body(ctx, FirebaseLogin.class).idToken(), Origins.of(ctx));
        if (outcome.isNew()) ctx.status(HttpStatus.CREATED).header("Location", "/users/me");
        ctx.json(SignedInView.of(outcome.signedIn()));
    }

    private void refresh(Context ctx) {
        var token = Http.body(ctx, Refresh.class).refreshToken();
        ctx.json(SignedInView.of(refreshing.refresh(token, Origins.of(ctx))));
    }

    private void logout(Context ctx) {
        loggingOut.logout(Http.body(ctx, Refresh.class).refreshToken());
        ctx.status(HttpStatus.NO_CONTENT);
    }

    private void logoutAll(Context ctx) {
        loggingOut.endAll(Principal.of(ctx).userId());
        ctx.status(HttpStatus.NO_CONTENT);
    }
}
