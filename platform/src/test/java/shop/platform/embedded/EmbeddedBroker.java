package shop.platform.embedded;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Map;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.model.SystemConfig;

/** A stand-in for RabbitMQ inside this JVM, for development and tests: AMQP 0-9-1, without any {@code x-} argument. */
public final class EmbeddedBroker implements AutoCloseable {

    private static final String NAME = "RabbitMQ";
    private static final String LOGGER = "org.apache.qpid";

    private final SystemLauncher launcher;
    private final int port;
    private final Runnable release;

    private EmbeddedBroker(SystemLauncher launcher, int port, Runnable release) {
        this.launcher = launcher;
        this.port = port;
        this.release = release;
    }

    /** One that forgets everything at its end, on a free port. */
    public static EmbeddedBroker start() {
        return start(Path.of(System.getProperty("java.io.tmpdir")), 0, "/broker.json", () -> {});
    }

    /**
     * One that keeps durable queues and persistent messages in a folder. What it has confirmed is there again after the
     * process was killed.
     *
     * @param port 0 for any free one
     * @throws IllegalStateException in one sentence, when the port or the folder is in use
     */
    public static EmbeddedBroker start(Path folder, int port) {
        return Claim.holding(NAME, folder, claim -> {
            int free = Loopback.port(NAME, port);
            System.setProperty(
                    "derby.stream.error.file",
                    claim.folder().resolve("derby.log").toString());
            return start(claim.folder(), free, "/broker-kept.json", claim::close);
        });
    }

    public String uri() {
        return "amqp://guest:guest@%s:%d".formatted(Loopback.ADDRESS, port);
    }

    @Override
    public void close() {
        Quiet.only(
                Quiet.NOTHING, LOGGER); // it complains of what it removes while it closes, and removes that next time
        launcher.shutdown();
        Quiet.only(Quiet.WARNINGS, LOGGER);
        release.run();
    }

    private static EmbeddedBroker start(Path folder, int port, String configuration, Runnable release) {
        Quiet.only(Quiet.WARNINGS, LOGGER);
        System.setProperty(SystemConfig.PROPERTY_STATUS_UPDATES, "false"); // one line for each connection otherwise
        var watch = new BrokerWatch();
        var launcher = new SystemLauncher(watch);
        try {
            launcher.startup(attributes(folder, port, configuration));
            var bound = watch.port();
            watch.leaveClosingToItsOwner();
            return new EmbeddedBroker(launcher, bound, release);
        } catch (Exception e) {
            launcher.shutdown();
            throw new IllegalStateException(NAME + " does not start: " + e.getMessage(), e);
        }
    }

    private static Map<String, Object> attributes(Path folder, int port, String configuration) {
        var context = Map.of(
                "qpid.work_dir",
                folder.toString(),
                "broker.port",
                Integer.toString(port),
                "qpid.compact_memory_interval", // in milliseconds; to close it waits for the next one
                "100");
        var location = requireNonNull(EmbeddedBroker.class.getResource(configuration));
        return Map.of(
                SystemConfig.TYPE,
                "Memory", // what it is made of; the messages are kept elsewhere
                SystemConfig.INITIAL_CONFIGURATION_LOCATION,
                location.toString(),
                SystemConfig.STARTUP_LOGGED_TO_SYSTEM_OUT,
                false,
                SystemConfig.CONTEXT,
                context);
    }
}
