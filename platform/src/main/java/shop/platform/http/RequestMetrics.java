package shop.platform.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Times every request by route and status. */
final class RequestMetrics implements Handler {

    private static final String BEGIN = RequestMetrics.class.getName();

    private final MeterRegistry meters;

    RequestMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    static void begin(Context ctx) {
        ctx.attribute(BEGIN, System.nanoTime());
    }

    @Override
    public void handle(Context ctx) {
        Long begin = ctx.attribute(BEGIN);
        if (begin == null) return;
        var endpoint = ctx.endpoints().matchedHttpEndpoint();
        Timer.builder("http.server.requests")
                .tag("method", ctx.method().name())
                .tag("route", endpoint == null ? "none" : endpoint.path)
                .tag("status", Integer.toString(ctx.statusCode()))
                .publishPercentileHistogram()
                .register(meters)
                .record(Duration.ofNanos(System.nanoTime() - begin));
    }
}
