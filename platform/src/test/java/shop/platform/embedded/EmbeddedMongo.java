package shop.platform.embedded;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.nio.file.Path;
import java.util.Optional;
import org.h2.mvstore.MVStoreException;

/**
 * A stand-in for MongoDB 5 inside this JVM, for development and tests. It knows no transactions, and indexes that are
 * not unique don't make it faster.
 */
public final class EmbeddedMongo implements AutoCloseable {

    private static final String NAME = "MongoDB";
    private static final int WORKERS = 16;

    private final MongoServer server;
    private final Runnable release;

    private EmbeddedMongo(MongoServer server, Runnable release) {
        this.server = server;
        this.release = release;
    }

    /** One for tests, as strict as a real server; it forgets everything at its end. On a free port. */
    public static EmbeddedMongo start() {
        return start(new SteadyBackend(new MemoryBackend(), Savings.NONE, Optional.of(new ServerRules())), 0, () -> {});
    }

    /**
     * One that keeps its data in a folder. What it has acknowledged is there again after the process was killed.
     *
     * @param port 0 for any free one
     * @throws IllegalStateException in one sentence, when the port or the folder is in use
     */
    public static EmbeddedMongo start(Path folder, int port) {
        return Claim.holding(NAME, folder, claim -> {
            int free = Loopback.port(NAME, port);
            var savings = open(claim.folder().resolve("mongo.mv"));
            var backend = new H2Backend(savings.store());
            savings.shrink();
            return start(new SteadyBackend(backend, savings, Optional.empty()), free, claim::close);
        });
    }

    public String uri() {
        return "mongodb://%s:%d"
                .formatted(Loopback.ADDRESS, server.getLocalAddress().getPort());
    }

    @Override
    public void close() {
        server.shutdownNow();
        release.run();
    }

    private static EmbeddedMongo start(SteadyBackend backend, int port, Runnable release) {
        Quiet.only(Quiet.ERRORS, "de.bwaldvogel.mongo");
        backend.version(ServerVersion.MONGO_5_0);
        var server = new MongoServer(backend);
        try {
            server.bind(Loopback.socketAt(port), 1, WORKERS);
            return new EmbeddedMongo(server, release);
        } catch (RuntimeException e) {
            throw new IllegalStateException(NAME + " does not start: " + e.getMessage(), e);
        }
    }

    private static FileSavings open(Path file) {
        try {
            return FileSavings.in(file);
        } catch (MVStoreException e) {
            throw new IllegalStateException(
                    "%s does not start: %s is damaged (%s)".formatted(NAME, file, e.getMessage()), e);
        }
    }
}
