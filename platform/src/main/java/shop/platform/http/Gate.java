package shop.platform.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import shop.platform.Failure;
import shop.platform.http.RateLimits.RouteClass;
import shop.platform.http.Route.Trait;

/** What a request passes on its way to a handler: room, a caller, a rate, known parameters, an acceptable answer. */
final class Gate {

    private static final String BEARER = "Bearer ";

    private final Web.Settings settings;
    private final Addresses addresses;

    Gate(Web.Settings settings) {
        this.settings = settings;
        this.addresses = new Addresses(settings.proxies());
    }

    Handler guard(Route route, Web.Group group, Semaphore places) {
        var parameters = new Parameters(route);
        var answered = new Replay(route, group.idempotency()).around(route.handler());
        return ctx -> {
            if (!route.has(Trait.STREAM) && !places.tryAcquire()) throw full(group);
            try {
                ctx.attribute(Addresses.KEY, addresses.of(ctx));
                authorize(ctx, route);
                limit(ctx, route);
                parameters.check(ctx);
                acceptable(ctx, route);
                understandable(ctx, route);
                answered.handle(ctx);
            } finally {
                if (!route.has(Trait.STREAM)) places.release();
            }
        };
    }

    private static Failure full(Web.Group group) {
        return Failure.of(Failure.Kind.UNAVAILABLE, "overloaded", group.service() + " has too much to do right now")
                .retryAfter(Duration.ofSeconds(1));
    }

    private void authorize(Context ctx, Route route) {
        var allowed = route.roles();
        var open = allowed.contains(Role.PUBLIC);
        if (open && allowed.size() == 1) return;
        var header = ctx.header("Authorization");
        if (header == null && open) return;
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
            throw Failure.unauthenticated();
        var caller = settings.tokens()
                .verify(header.substring(BEARER.length()).strip())
                .orElseThrow(Failure::unauthenticated);
        if (!open && caller.roles().stream().noneMatch(allowed::contains)) throw Failure.forbidden();
        caller.attachTo(ctx);
    }

    private void limit(Context ctx, Route route) {
        var kind = route.has(Trait.AUTH_LIMIT) ? RouteClass.AUTH : RouteClass.DEFAULT;
        var caller = kind == RouteClass.AUTH
                ? Addresses.client(ctx)
                : Principal.find(ctx).map(Principal::userId).orElseGet(() -> Addresses.client(ctx));
        settings.limits().count(kind, caller).ifPresent(count -> {
            var name = kind == RouteClass.AUTH ? "auth" : "default";
            ctx.header("RateLimit-Policy", "\"%s\";q=%d;w=%d".formatted(name, count.quota(), seconds(count.window())));
            ctx.header("RateLimit", "\"%s\";r=%d;t=%d".formatted(name, count.remaining(), seconds(count.reset())));
            count.retryAfter().ifPresent(wait -> {
                throw Failure.of(Failure.Kind.TOO_MANY, "rate_limited", "too many requests; slow down")
                        .retryAfter(wait);
            });
        });
    }

    private static long seconds(Duration span) {
        return span.plusMillis(999).toSeconds();
    }

    private static void acceptable(Context ctx, Route route) {
        var accept = Optional.ofNullable(ctx.header("Accept")).orElse("*/*");
        var fits = route.answers().stream()
                .map(Route.Answer::mediaType)
                .anyMatch(type -> accept.contains("*/*")
                        || accept.contains(type)
                        || accept.contains(type.substring(0, type.indexOf('/')) + "/*"));
        if (!fits) throw new HttpResponseException(HttpStatus.NOT_ACCEPTABLE.getCode(), "no answer of that kind here");
    }

    /** A body is of a declared kind and size; a change names the version it is made to. */
    private static void understandable(Context ctx, Route route) {
        if (route.has(Trait.IF_MATCH)) ETag.required(ctx);
        if (route.body().isEmpty() || Http.isEmpty(ctx)) return;
        var allowed = route.body().get().mediaTypes();
        if (!allowed.contains(Http.mediaType(ctx)) || !Http.isPlainUtf8(ctx)) {
            throw new HttpResponseException(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE.getCode(),
                    "the body must be " + String.join(" or ", allowed) + ", not compressed, in UTF-8");
        }
    }
}
