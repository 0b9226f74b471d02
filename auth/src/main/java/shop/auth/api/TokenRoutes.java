package shop.auth.api;

import static shop.platform.http.Role.ADMIN;
import static shop.platform.http.Role.PUBLIC;
import static shop.platform.http.Role.SERVICE;
import static shop.platform.http.Route.Trait.CACHED;
import static shop.platform.http.Route.get;
import static shop.platform.http.Route.post;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Predicate;
import shop.auth.domain.Introspecting;
import shop.auth.domain.KeyKeeping;
import shop.auth.domain.Tokens;
import shop.platform.Failure;
import shop.platform.http.ETag;
import shop.platform.http.Http;
import shop.platform.http.Route;
import shop.platform.http.Routes;

/**
 * What services and admins do with tokens and their keys.
 *
 * @param secret tells the secret that all services share from any other
 */
public record TokenRoutes(Introspecting introspecting, Tokens tokens, KeyKeeping keys, Predicate<String> secret)
        implements Routes {

    @Schema(description = "A token to be looked at")
    record Introspection(
            @Schema(
                    description = "Access or refresh token",
                    example = "eyJhbGciOiJSUzI1NiJ9.e30.c2ln",
                    maxLength = 100000)
            String token) {

        Introspection {
            if (token.isEmpty()) throw Failure.invalid("/token", "required", "must not be empty");
        }
    }

    @Schema(description = "A service that wants to call its siblings")
    record ServiceLogin(
            @Schema(
                    description = "Its name: lower case letters, digits and dashes",
                    example = "orders",
                    maxLength = 40,
                    pattern = "[a-z][a-z0-9-]{0,39}")
            String service,

            @Schema(
                    description = "What all services of a shop share",
                    example = "for development only",
                    maxLength = 1000)
            String secret) {

        ServiceLogin {
            if (!service.matches("[a-z][a-z0-9-]{0,39}")) {
                throw Failure.invalid("/service", "invalid_format", "must be the name of a service");
            }
            Texts.bound("/secret", secret);
        }
    }

    @Schema(description = "What a service shows to its siblings")
    record ServiceToken(
            @Schema(description = "JWT, audience shop-internal", example = "eyJhbGciOiJSUzI1NiJ9.e30.c2ln")
            String accessToken,

            @Schema(description = "Always Bearer", example = "Bearer")
            String tokenType,

            @Schema(description = "Seconds until it expires", example = "60")
            long expiresIn) {}

    @Schema(description = "Public keys (RFC 7517)")
    record JwkSet(@Schema(description = "One for each kid") List<JwkView> keys) {}

    @Schema(description = "A public key")
    record JwkView(
            @Schema(description = "Always RSA", example = "RSA")
            String kty,

            @Schema(description = "Always sig", example = "sig")
            String use,

            @Schema(description = "Always RS256", example = "RS256")
            String alg,

            @Schema(description = "Id, as in the header of tokens", example = "key_01m1c2jv00e8e8qfx9b2d3n401")
            String kid,

            @Schema(description = "Modulus", example = "sXchDaQebHnPiGvyDOAT4saGEUetSyo9MKLOoWFsueri")
            String n,

            @Schema(description = "Exponent", example = "AQAB")
            String e) {}

    @Override
    public List<Route> routes() {
        return List.of(
                get("/auth/.well-known/jwks.json", this::publicKeys)
                        .by(PUBLIC)
                        .says("The public keys that access tokens are checked with")
                        .details(
                                "The key of the next rotation is among them, and those of tokens that are still alive.")
                        .answers(200, JwkSet.class)
                        .with(CACHED),
                post("/auth/introspect", this::introspect)
                        .by(ADMIN, SERVICE)
                        .says("Say what a token is worth right now (RFC 7662)")
                        .takes(Introspection.class)
                        .answers(200, IntrospectionView.class),
                post("/auth/keys/rotate", this::rotate)
                        .by(ADMIN)
                        .says("Sign with another key from now on")
                        .answers(204),
                post("/auth/service-tokens", this::serviceToken)
                        .by(PUBLIC)
                        .says("Give a service its token for calls to its siblings")
                        .takes(ServiceLogin.class)
                        .answers(200, ServiceToken.class)
                        .refuses(401, "invalid_credentials"));
    }

    private void publicKeys(Context ctx) {
        ctx.header("Cache-Control", "public, max-age=300");
        if (ETag.known(ctx, Integer.toString(keys.ring().version()))) return;
        ctx.contentType("application/json").result(tokens.publicKeys());
    }

    private void introspect(Context ctx) {
        var token = Http.body(ctx, Introspection.class).token();
        ctx.json(introspecting
                .access(token)
                .map(IntrospectionView::access)
                .or(() -> introspecting.refresh(token).map(IntrospectionView::refresh))
                .orElseGet(IntrospectionView::inactive));
    }

    private void rotate(Context ctx) {
        keys.rotate();
        ctx.status(HttpStatus.NO_CONTENT);
    }

    private void serviceToken(Context ctx) {
        var login = Http.body(ctx, ServiceLogin.class);
        if (!secret.test(login.secret())) {
            throw Failure.of(Failure.Kind.UNAUTHENTICATED, "invalid_credentials", "this is not the shop's secret");
        }
        ctx.json(new ServiceToken(tokens.forService(login.service()), "Bearer", Tokens.INTERNAL.toSeconds()));
    }
}
