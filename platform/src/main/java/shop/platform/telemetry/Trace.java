package shop.platform.telemetry;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/**
 * The W3C trace context (traceparent, version 00) of what this thread works for, kept in the log context: every log line
 * says it, every call and event that leaves carries it on. Threads are virtual and live for one piece of work.
 */
public final class Trace {

    public static final String HEADER = "traceparent";

    static final String REQUEST = "requestId";
    static final String TRACE = "traceId";

    private static final Pattern FORM =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})");

    private Trace() {}

    /** Goes on with a trace that came from outside, or begins one where none came or it is malformed. */
    public static void enter(Optional<String> given, String requestId) {
        var parent = given.map(FORM::matcher).filter(Matcher::matches);
        var trace = parent.map(match -> match.group(1)).orElseGet(() -> hex(16));
        var flags = parent.map(match -> match.group(2)).orElse("01");
        MDC.put(HEADER, "00-" + trace + "-" + hex(8) + "-" + flags);
        MDC.put(TRACE, trace);
        MDC.put(REQUEST, requestId);
    }

    /** The traceparent to hand on; empty outside any work. */
    public static Optional<String> current() {
        return Optional.ofNullable(MDC.get(HEADER));
    }

    /** The id of the request or event this thread works for. */
    public static Optional<String> requestId() {
        return Optional.ofNullable(MDC.get(REQUEST));
    }

    private static String hex(int bytes) {
        var random = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(random);
        random[0] |= 1; // an id of nothing but zeros is not valid
        return HexFormat.of().formatHex(random);
    }
}
