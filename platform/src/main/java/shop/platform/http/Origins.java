package shop.platform.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;

/** Which web pages may call from a browser (CORS): those of an allow list. All others are answered as if nobody had asked. */
final class Origins implements Handler {

    /** What scripts may read; of other headers browsers show them next to nothing. */
    private static final String EXPOSED =
            "Allow, ETag, Idempotent-Replayed, Link, Location, RateLimit, RateLimit-Policy,"
                    + " Retry-After, WWW-Authenticate, X-Request-Id";

    private static final String SENT = "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match,"
            + " Last-Event-ID, traceparent, X-Request-Id";
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final Set<String> allowed;

    Origins(Collection<String> allowed) {
        for (var origin : allowed) {
            if (!origin.matches("https?://[a-z0-9.-]+(:\\d{1,5})?")) {
                throw new IllegalStateException(
                        "environment variable CORS_ORIGINS must hold origins like https://shop.example, not " + origin);
            }
        }
        this.allowed = Set.copyOf(allowed);
    }

    @Override
    public void handle(Context ctx) {
        if (allowed.isEmpty()) return;
        ctx.header("Vary", "Origin"); // an answer without the header below must not be kept for who would get it
        var origin = ctx.header("Origin");
        if (origin == null || !allowed.contains(origin)) return;
        ctx.header("Access-Control-Allow-Origin", origin);
        ctx.header("Access-Control-Expose-Headers", EXPOSED);
        if (!ctx.method().equals(HandlerType.OPTIONS) || ctx.header("Access-Control-Request-Method") == null) return;
        ctx.header("Access-Control-Allow-Methods", METHODS);
        ctx.header("Access-Control-Allow-Headers", SENT);
        ctx.header("Access-Control-Max-Age", Long.toString(REMEMBERED.toSeconds()));
        ctx.status(HttpStatus.NO_CONTENT).skipRemainingHandlers();
    }
}
