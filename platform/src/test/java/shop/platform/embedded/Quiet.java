package shop.platform.embedded;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what the stand-ins tell of themselves out of the services' logs. */
final class Quiet {

    static final Level NOTHING = Level.OFF;
    static final Level WARNINGS = Level.WARN;
    static final Level ERRORS = Level.ERROR;

    private Quiet() {}

    static void only(Level level, String logger) {
        if (LoggerFactory.getLogger(logger) instanceof Logger logback) logback.setLevel(level);
    }
}
