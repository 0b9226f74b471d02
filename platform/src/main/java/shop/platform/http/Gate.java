package shop.platform.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
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

    Handler guard(Route route, Web.Group group, Places places) {
        var checked = checks(route);
        var replay = new Replay(route, group.idempotency());
        var answered = replay.around(route.handler());
        if (route.has(Trait.STREAM)) {
            return ctx -> {
                Arrival.hearingOut(ctx, checked);
                Arrival.hearingOut(ctx, answered);
            };
        }
        return ctx -> {
            places.glance();
            checked.handle(ctx);
            if (route.body().isPresent() || replay.hasKey(ctx)) places.arrive(ctx, Http::bytes);
            places.work(ctx, answered);
        };
    }

    private Handler checks(Route route) {
        var parameters = new Parameters(route);
        return ctx -> {
            ctx.attribute(Addresses.KEY, addresses.of(ctx));
            identify(ctx, route);
            limit(ctx, route);
            authorize(ctx, route);
            parameters.check(ctx);
            acceptable(ctx, route);
            understandable(ctx, route);
        };
    }

    /** Who calls, where that can be known: whoever is refused counts as a caller too. */
    private void identify(Context ctx, Route route) {
        if (route.roles().equals(Set.of(Role.PUBLIC))) return;
        Optional.ofNullable(ctx.header("Authorization"))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .flatMap(header -> settings.tokens()
                        .verify(header.substring(BEARER.length()).strip()))
                .ifPresent(caller -> caller.attachTo(ctx));
    }

    private static void authorize(Context ctx, Route route) {
        var open = route.roles().contains(Role.PUBLIC);
        var caller = Principal.find(ctx);
        var tokenSent = ctx.header("Authorization") != null;
        if (open && (caller.isPresent() || !tokenSent || route.roles().size() == 1)) return;
        var roles = caller.orElseThrow(Failure::unauthenticated).roles();
        if (roles.stream().noneMatch(route.roles()::contains)) throw Failure.forbidden();
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
