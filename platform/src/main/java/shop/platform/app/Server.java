package shop.platform.app;

import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.platform.http.RateLimits;
import shop.platform.http.RateLimits.RouteClass;
import shop.platform.http.Routes;
import shop.platform.http.Web;
import shop.platform.mongo.Mongo;
import shop.platform.mongo.MongoIdempotency;
import shop.platform.openapi.DocRoutes;
import shop.platform.openapi.OpenApi;
import shop.platform.redis.RedisRateLimits;
import shop.platform.redis.RedisRateLimits.Limit;
import shop.platform.telemetry.JsonLines;

/** One port, with one service behind it or all of them: the way a process runs. */
public final class Server implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<Service> services;
    private final Service own = new Service("server", "");
    private final Javalin http;

    private Server(Platform platform, List<Service> services) {
        this.services = services;
        var groups = new ArrayList<Web.Group>();
        for (var service : services) groups.add(group(platform, service));
        groups.add(operations(platform, groups));
        own.every(Duration.ofSeconds(5), "looking at the queues", new QueueMetrics(platform.bus())::look);
        this.http = Web.server(settings(platform), groups);
    }

    /** The whole life of a process: connect, open, listen on PORT; SIGTERM closes in the opposite order. */
    public static void run(String process, List<Service.Opener> openers) {
        orEnd(process, () -> run(process, Env.system(), openers, () -> {}));
    }

    /**
     * The same with variables from elsewhere.
     *
     * @param last what to close when everything else is closed, or nothing was opened
     */
    public static void run(String process, Env env, List<Service.Opener> openers, Runnable last) {
        try {
            var platform = Platform.connect(process, env);
            var server = start(platform, env.port(), openers);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
                server.close();
                platform.close();
                last.run();
            }));
        } catch (RuntimeException | Error e) {
            last.run();
            throw e;
        }
    }

    /** Starts a process. Whatever prevents that is said in a sentence, and ends it; the trace of a surprise comes after. */
    public static void orEnd(String process, Runnable start) {
        JsonLines.ofProcess(process);
        try {
            start.run();
            return;
        } catch (IllegalStateException e) {
            LOG.error("{} cannot start: {}", process, e.getMessage());
            LOG.debug("because of this", e);
        } catch (RuntimeException | Error e) {
            LOG.error("{} cannot start, for a reason nobody has foreseen: {}", process, e.toString());
            LOG.error("it happened here", e);
        }
        Runtime.getRuntime().halt(1); // threads of what did connect would keep alive a process that answers nobody
    }

    public static Server start(Platform platform, int port, List<Service.Opener> openers) {
        var services = openers.stream().map(opener -> opener.open(platform)).toList();
        var server = new Server(platform, services);
        try {
            server.http.start(port);
        } catch (JavalinBindException e) {
            throw new IllegalStateException("port " + port + " is taken; end what uses it or set PORT", e);
        }
        platform.bus().begin();
        return server;
    }

    private Web.Group group(Platform platform, Service service) {
        var answers = new MongoIdempotency(platform.database(service.name()), platform.secret(), platform.clock());
        own.every(Duration.ofMinutes(10), "sweeping old answers of " + service.name(), answers::sweep);
        var routes = new ArrayList<Routes>();
        // before a service's own: dead-letters would pass for an id in /products/{id}
        routes.add(new DeadLetterRoutes(service.prefix(), platform.bus().deadLetters(service.name())));
        routes.addAll(service.routes());
        return new Web.Group(service.name(), service.prefix(), routes, answers);
    }

    private Web.Group operations(Platform platform, List<Web.Group> groups) {
        var answers = new MongoIdempotency(platform.database("server"), platform.secret(), platform.clock());
        Map<String, Supplier<byte[]>> documents = new LinkedHashMap<>();
        var url = platform.env().or("PUBLIC_URL", "http://localhost:8080");
        for (var group : groups) {
            var routes = group.routes().stream()
                    .flatMap(each -> each.routes().stream())
                    .toList();
            documents.put(group.service(), () -> OpenApi.of(group.service(), url, routes));
        }
        var routes = List.of(new OperationRoutes(platform, services), new DocRoutes(documents));
        return new Web.Group("server", "", routes, answers);
    }

    private Web.Settings settings(Platform platform) {
        var env = platform.env();
        return new Web.Settings(
                platform.tokens(),
                limits(platform),
                platform.secret(),
                env.list("CORS_ORIGINS"),
                Set.copyOf(env.list("TRUSTED_PROXIES")),
                env.integer("MAX_CONCURRENT_REQUESTS", 512),
                PATIENCE,
                Mongo::outage,
                platform.meters(),
                platform.clock());
    }

    private RateLimits limits(Platform platform) {
        Map<RouteClass, Limit> limits = new EnumMap<>(RouteClass.class);
        var env = platform.env();
        limit(env, "RATE_LIMIT_DEFAULT", "600/1m").ifPresent(limit -> limits.put(RouteClass.DEFAULT, limit));
        limit(env, "RATE_LIMIT_AUTH", "60/1m").ifPresent(limit -> limits.put(RouteClass.AUTH, limit));
        return limits.isEmpty() ? RateLimits.NONE : own.closing(new RedisRateLimits(platform.redis(), limits));
    }

    private static Optional<Limit> limit(Env env, String name, String fallback) {
        try {
            return Limit.parse(env.or(name, fallback));
        } catch (IllegalStateException e) {
            throw new IllegalStateException("environment variable " + name + ": " + e.getMessage(), e);
        }
    }

    public int port() {
        return http.port();
    }

    @Override
    public void close() {
        services.forEach(Service::endStreams);
        http.stop();
        services.reversed().forEach(Service::close);
        own.close();
    }
}
