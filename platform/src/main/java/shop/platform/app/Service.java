package shop.platform.app;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.platform.http.Routes;

/** An open service that does not listen yet: what it answers, and what to close, last opened first. */
public final class Service implements AutoCloseable {

    /** How a service comes to life: {@code OrdersApp::open}. */
    @FunctionalInterface
    public interface Opener {
        Service open(Platform platform);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    private final String name;
    private final String prefix;
    private final Deque<AutoCloseable> resources = new ArrayDeque<>();
    private final Deque<AutoCloseable> streams = new ArrayDeque<>();
    private final Map<String, BooleanSupplier> degrading = new LinkedHashMap<>();
    private List<Routes> routes = List.of();

    /**
     * A service with nothing in it yet.
     *
     * @param name of the module: {@code email}
     * @param prefix what all its paths begin with: {@code /emails}
     */
    public Service(String name, String prefix) {
        this.name = name;
        this.prefix = prefix;
    }

    /** Hands the resource back, and closes it when the service closes. */
    public <T extends AutoCloseable> T closing(T resource) {
        resources.push(resource);
        return resource;
    }

    /** The same, for what keeps requests open: it is closed before the server waits for them to end. */
    public <T extends AutoCloseable> T closingFirst(T resource) {
        streams.push(resource);
        return resource;
    }

    public Service answering(Routes... groups) {
        routes = List.of(groups);
        return this;
    }

    /** Does it again and again, this long after it was last done, until the service closes. A failure is logged. */
    public void every(Duration pause, String what, Runnable work) {
        var closing = new CountDownLatch(1);
        var worker = Thread.ofVirtual().unstarted(() -> {
            try {
                while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) attempt(what, work);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        worker.start();
        closing(() -> {
            closing.countDown();
            worker.join(); // what has begun is finished
        });
    }

    private static void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("{} failed; it will be tried again", what, e);
        }
    }

    /** Something this service can do without for a while; {@code /health/ready} says when it is away. */
    public void degradesWithout(String dependency, BooleanSupplier answers) {
        degrading.put(dependency, answers);
    }

    public String name() {
        return name;
    }

    String prefix() {
        return prefix;
    }

    List<Routes> routes() {
        return routes;
    }

    Map<String, BooleanSupplier> degrading() {
        return Map.copyOf(degrading);
    }

    void endStreams() {
        close(streams);
    }

    @Override
    public void close() {
        close(streams);
        close(resources);
    }

    private void close(Deque<AutoCloseable> open) {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                LOG.warn("{} could not close something", name, e);
            }
        }
    }
}
