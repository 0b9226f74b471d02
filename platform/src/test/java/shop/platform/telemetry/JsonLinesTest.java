package shop.platform.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import shop.platform.json.Json;
import tools.jackson.databind.JsonNode;

/** What a log collector and a person get to read, from the very configuration that a service runs with. */
class JsonLinesTest {

    private final LoggerContext context = new LoggerContext();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @AfterEach
    void stop() {
        MDC.clear();
        context.stop();
    }

    private void configured(String format) throws JoranException {
        context.setMDCAdapter(((LoggerContext) LoggerFactory.getILoggerFactory()).getMDCAdapter());
        context.putProperty("LOG_FORMAT", format);
        var joran = new JoranConfigurator();
        joran.setContext(context);
        joran.doConfigure(Objects.requireNonNull(JsonLines.class.getResource("/logback.xml")));
        assertThat(context.getStatusManager().getCopyOfStatusList())
                .noneMatch(status -> status.getEffectiveLevel() > Status.INFO);
        var appender =
                (ConsoleAppender<ILoggingEvent>) context.getLogger("ROOT").getAppender("out");
        appender.setOutputStream(out);
    }

    private List<String> lines() {
        return out.toString(UTF_8).lines().toList();
    }

    private JsonNode line() {
        assertThat(lines()).hasSize(1);
        return Json.TOLERANT.readTree(lines().getFirst());
    }

    private String text(String field) {
        return line().path(field).asString();
    }

    @Test
    void aLineSaysWhoSaidWhatWhenAndForWhichRequest() throws Exception {
        configured("json");
        context.putProperty("service", "orders");
        Trace.enter(Optional.of("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"), "r-1");

        context.getLogger("shop.orders.Thing").info("{} is {}", "tea", "ready");

        assertThat(line().propertyNames())
                .containsExactly("timestamp", "level", "service", "logger", "message", "requestId", "traceId");
        assertThat(text("timestamp")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(text("level")).isEqualTo("INFO");
        assertThat(text("service")).isEqualTo("orders");
        assertThat(text("logger")).isEqualTo("shop.orders.Thing");
        assertThat(text("message")).isEqualTo("tea is ready");
        assertThat(text("requestId")).isEqualTo("r-1");
        assertThat(text("traceId")).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void anExceptionIsAFieldOfItsLine() throws Exception {
        configured("json");

        context.getLogger("shop").error("it broke", new IllegalStateException("why\nnot", new RuntimeException("so")));

        assertThat(text("message")).isEqualTo("it broke");
        assertThat(text("exception"))
                .startsWith("java.lang.IllegalStateException: why\nnot")
                .contains("at shop.platform.telemetry.JsonLinesTest", "Caused by: java.lang.RuntimeException: so");
        assertThat(line().has("requestId")).isFalse();
    }

    @Test
    void whateverIsSaidStaysOneLine() throws Exception {
        configured("json");
        var said = "a\nb\r\n{\"level\":\"ERROR\"}\t\"quoted\" \\ \u0000 \u0085 \u2028 ä 👍 {}";

        context.getLogger("shop").warn(said);
        assertThat(text("message")).isEqualTo(said);
        assertThat(out.toString(UTF_8)).endsWith("}\n").doesNotContain("\r");

        context.getLogger("shop").warn("half of a pair: \ud83d");
        assertThat(lines()).hasSize(2);
        assertThat(Json.TOLERANT.readTree(lines().getLast()).path("message").asString())
                .startsWith("half of a pair: ");
    }

    @Test
    void peopleReadAShortLine() throws Exception {
        configured("text");
        Trace.enter(Optional.empty(), "r-1");

        context.getLogger("shop.orders.Thing").info("tea is ready");

        assertThat(lines())
                .singleElement()
                .asString()
                .matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} INFO  Thing - tea is ready \\[r-1]");
    }

    @Test
    void whatIsNotAskedForIsNotSaid() throws Exception {
        configured("json");

        context.getLogger("shop.orders.Thing").debug("a detail");
        context.getLogger("org.mongodb.driver.cluster").info("what a driver does");
        context.getLogger("org.eclipse.jetty.server").info("what a server does");

        assertThat(lines()).isEmpty();
    }
}
