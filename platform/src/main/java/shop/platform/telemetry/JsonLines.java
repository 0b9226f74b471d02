package shop.platform.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import shop.platform.json.Json;

/** The log for machines: each line is one JSON object, whatever a message or an exception holds. */
public final class JsonLines extends EncoderBase<ILoggingEvent> {

    private static final String SERVICE = "service";
    private static final byte[] NOTHING = {};

    /**
     * A line.
     *
     * @param service the process that speaks; absent before it knows its own name
     * @param requestId of the request, or the event, that is worked on
     * @param exception with its stack trace
     */
    record Line(
            Instant timestamp,
            String level,
            Optional<String> service,
            String logger,
            String message,
            Optional<String> requestId,
            Optional<String> traceId,
            Optional<String> exception) {}

    /** Every line from now on says that this process has written it. */
    public static void ofProcess(String name) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) context.putProperty(SERVICE, name);
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        var context = event.getMDCPropertyMap();
        var line = new Line(
                event.getInstant(),
                event.getLevel().toString(),
                Optional.ofNullable(event.getLoggerContextVO().getPropertyMap().get(SERVICE)),
                event.getLoggerName(),
                event.getFormattedMessage(),
                Optional.ofNullable(context.get(Trace.REQUEST)),
                Optional.ofNullable(context.get(Trace.TRACE)),
                Optional.ofNullable(event.getThrowableProxy()).map(ThrowableProxyUtil::asString));
        // by way of a string: half a surrogate pair is no UTF-8, and must not cost us the line
        return (Json.TOLERANT.writeValueAsString(line) + "\n").getBytes(UTF_8);
    }

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }
}
