package shop.platform.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.Key;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.json.JavalinJackson3;
import io.javalin.router.Endpoint;
import io.javalin.security.Roles;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import shop.platform.Failure;
import shop.platform.Id;
import shop.platform.crypto.Secret;
import shop.platform.json.Json;
import shop.platform.telemetry.Trace;

/** Every service speaks HTTP the same way: virtual threads, one JSON dialect, one problem format, closed by default. */
public final class Web {

    static final Key<Cursors> CURSORS = new Key<>("cursors");

    static final Key<Duration> PATIENCE = new Key<>("patience");

    static final String POLICY = "Content-Security-Policy";

    static final String NO_PAGE = "default-src 'none'; frame-ancestors 'none'";

    private static final Pattern ESCAPED = Pattern.compile("%[0-9a-fA-F]{2}");

    private static final long STOP_MILLIS = 10_000;

    /**
     * What a server needs to know.
     *
     * @param secret signs cursors
     * @param origins who may call from a browser (CORS); empty for nobody
     * @param proxies addresses whose X-Forwarded-For is believed
     * @param concurrency how many requests may run at once before others are told to come back
     * @param patience how long a body may take to come in, and how long a connection may say nothing
     * @param outages what to say of an exception that is no bug: something we need is away
     */
    public record Settings(
            Principal.Verifier tokens,
            RateLimits limits,
            Secret secret,
            List<String> origins,
            Set<String> proxies,
            int concurrency,
            Duration patience,
            Function<Exception, Optional<Failure>> outages,
            MeterRegistry meters,
            Clock clock) {}

    /** The routes of one service, and where it keeps the answers to requests that carried a key. */
    public record Group(String service, String prefix, List<Routes> routes, Idempotency idempotency) {}

    private final Settings settings;
    private final Gate gate;

    private Web(Settings settings) {
        this.settings = settings;
        this.gate = new Gate(settings);
    }

    /** A server that does not listen yet. */
    public static Javalin server(Settings settings, List<Group> groups) {
        return Javalin.create(config -> new Web(settings).configure(config, groups));
    }

    private void configure(JavalinConfig config, List<Group> groups) {
        config.startup.showJavalinBanner = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = Long.MAX_VALUE; // Http.bytes keeps the limit, for bodies of undeclared length too
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(STOP_MILLIS);
            server.addEventListener(new Door(settings.patience()));
            server.setErrorHandler(new EarlyProblems(this::newId));
        });
        config.jetty.modifyHttpConfiguration(http -> http.addCustomizer(new KnownVersions()));
        config.jsonMapper(new JavalinJackson3(Json.STRICT, true));
        config.appData(PATIENCE, settings.patience());
        config.appData(CURSORS, new Cursors(settings.secret().derive("cursors")));
        config.routes.before(this::introduce);
        config.routes.before(new Origins(settings.origins()));
        config.routes.after(new RequestMetrics(settings.meters()));
        for (var group : groups) open(config, group);
        Problems.answerOn(config.routes, settings.outages());
    }

    private void open(JavalinConfig config, Group group) {
        var places = new Places(group.service(), settings.concurrency());
        group.routes().stream()
                .flatMap(routes -> routes.routes().stream())
                .sorted(Comparator.comparing(Web::specificFirst)) // else /orders/{id} would take /orders/mine
                .forEach(route -> add(config, route, gate.guard(route, group, places)));
        for (var routes : group.routes()) routes.sockets().forEach((path, socket) -> config.routes.ws(path, socket));
    }

    /** Sorts a parameter behind every name that could stand in its place. */
    private static String specificFirst(Route route) {
        return route.path().replaceAll("\\{[^}]+}", "\uffff");
    }

    private static void add(JavalinConfig config, Route route, Handler handler) {
        if (route.roles().isEmpty()) throw new IllegalStateException(route.name() + " declares no role");
        if (route.summary().isBlank() || route.answers().isEmpty()) {
            throw new IllegalStateException(route.name() + " is not documented");
        }
        var roles = new Roles(route.roles());
        config.routes.addEndpoint(new Endpoint(route.method(), route.path(), handler, Set.of(roles)));
        if (!route.method().equals(HandlerType.GET)) return;
        // else every HEAD would be answered with 200, whoever asks for whatever
        Handler head = route.has(Route.Trait.STREAM) ? Web::endless : handler;
        config.routes.addEndpoint(new Endpoint(HandlerType.HEAD, route.path(), head, Set.of(roles)));
    }

    /** The head of what has no end. */
    private static void endless(Context ctx) {
        throw new MethodNotAllowedResponse("there is no HEAD of a stream", Map.of("availableMethods", "GET"));
    }

    private String newId() {
        return Id.next("req", settings.clock().instant());
    }

    private void introduce(Context ctx) {
        var id = Optional.ofNullable(ctx.header("X-Request-Id"))
                .filter(given -> given.matches("[A-Za-z0-9._-]{1,64}"))
                .orElseGet(this::newId);
        Trace.enter(Optional.ofNullable(ctx.header(Trace.HEADER)), id);
        RequestMetrics.begin(ctx);
        ctx.header("X-Request-Id", id);
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header(POLICY, NO_PAGE); // a page says itself what it fetches
        ctx.header("Cache-Control", "no-store"); // private unless a handler says otherwise
        // Jetty lets %u002e pass, which nothing behind it can read
        if (ESCAPED.matcher(ctx.path()).replaceAll("").indexOf('%') >= 0) {
            throw Failure.malformed("bad_request", "the path is not percent-encoded");
        }
    }
}
