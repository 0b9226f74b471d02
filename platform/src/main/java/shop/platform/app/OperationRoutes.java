package shop.platform.app;

import static shop.platform.http.Role.PUBLIC;
import static shop.platform.http.Route.get;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import shop.platform.http.Route;
import shop.platform.http.Routes;
import shop.platform.telemetry.Meters;

/** What whoever runs the shop asks of a process: is it alive, is it ready, how is it doing. */
record OperationRoutes(Platform platform, List<Service> services) implements Routes {

    @Schema(description = "How a process is")
    record Health(
            @Schema(description = "up, degraded or down", example = "up")
            String status,

            @Schema(description = "each thing it depends on: up or down", example = "{\"mongodb\": \"up\"}")
            Map<String, String> checks) {}

    @Override
    public List<Route> routes() {
        return List.of(
                get("/health/live", this::live)
                        .by(PUBLIC)
                        .says("Whether the process runs")
                        .answers(200, Health.class),
                get("/health/ready", this::ready)
                        .by(PUBLIC)
                        .says("Whether the process can work")
                        .details("MongoDB and RabbitMQ count; what a service can do without only degrades it.")
                        .answers(200, Health.class)
                        .answers(503, Health.class),
                get("/metrics", this::metrics)
                        .by(PUBLIC)
                        .says("What the process counts and times, for Prometheus")
                        .answers(200, String.class, "text/plain"));
    }

    private void live(Context ctx) {
        ctx.json(new Health("up", Map.of()));
    }

    private void ready(Context ctx) {
        Map<String, String> checks = new LinkedHashMap<>();
        check(checks, "mongodb", platform::mongoAnswers);
        check(checks, "rabbitmq", platform.bus()::answers);
        var up = !checks.containsValue("down");
        check(checks, "redis", platform.redis()::answers);
        services.forEach(service -> service.degrading().forEach((name, answers) -> check(checks, name, answers)));
        var whole = !checks.containsValue("down");
        if (!up) ctx.status(HttpStatus.SERVICE_UNAVAILABLE).header("Retry-After", "5");
        ctx.json(new Health(!up ? "down" : whole ? "up" : "degraded", checks));
    }

    private static void check(Map<String, String> checks, String name, BooleanSupplier answers) {
        checks.put(name, answers.getAsBoolean() ? "up" : "down");
    }

    private void metrics(Context ctx) {
        ctx.contentType("text/plain; version=0.0.4").result(Meters.scrape(platform.meters()));
    }
}
