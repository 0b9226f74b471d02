package shop.platform.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;

/** Times every request by route and status, and counts refusals by their code. */
final class RequestMetrics implements Handler {

    private static final String BEGIN = RequestMetrics.class.getName() + ".begin";
    private static final String CODE = RequestMetrics.class.getName() + ".code";
    private static final Duration[] BUCKETS = IntStream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry meters;

    RequestMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    static void begin(Context ctx) {
        ctx.attribute(BEGIN, System.nanoTime());
    }

    /** Notes what a request is refused with; codes are a closed set, however odd the requests are. */
    static void refused(Context ctx, String code) {
        ctx.attribute(CODE, code);
    }

    @Override
    public void handle(Context ctx) {
        Long begin = ctx.attribute(BEGIN);
        if (begin == null) return;
        var endpoint = ctx.endpoints().matchedHttpEndpoint();
        var status = Integer.toString(ctx.statusCode());
        // of what no route takes the path and even the method are the caller's to make up
        Timer.builder("http.server.requests")
                .description("Requests by route")
                .tag("method", endpoint == null ? "none" : endpoint.method.name())
                .tag("route", endpoint == null ? "none" : endpoint.path)
                .tag("status", status)
                .serviceLevelObjectives(BUCKETS)
                .register(meters)
                .record(Duration.ofNanos(System.nanoTime() - begin));
        Optional.<String>ofNullable(ctx.attribute(CODE))
                .ifPresent(code -> meters.counter("http.server.problems", "code", code, "status", status)
                        .increment());
    }
}
