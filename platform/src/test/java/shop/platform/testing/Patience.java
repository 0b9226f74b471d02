package shop.platform.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How the tests of all modules wait: they look at once and then less and less often, as long as it takes on a machine that is
 * ten times slower and has other work to do. JUnit finds this by itself.
 */
public final class Patience implements BeforeAllCallback {

    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final int FIRST_PAUSE = 10; // milliseconds
    private static final int LONGEST_PAUSE = 100;

    static {
        // a mailbox or a broker in this process may say what it likes of a client that was killed
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
        Awaitility.setDefaultTimeout(LONGEST);
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(
                (looks, before) -> Duration.ofMillis(Math.min(LONGEST_PAUSE, FIRST_PAUSE * looks)));
    }

    /** All is done once, when this is loaded. */
    @Override
    public void beforeAll(ExtensionContext any) {}
}
