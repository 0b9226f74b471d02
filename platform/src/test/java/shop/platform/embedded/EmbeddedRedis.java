package shop.platform.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import redis.embedded.core.ExecutableProvider;

/** A real Redis 6.2 in a process of its own, for development and tests on Linux and macOS. */
public final class EmbeddedRedis implements AutoCloseable {

    private static final String NAME = "Redis";
    private static final String READY = "Ready to accept connections";
    private static final int TRIES = 3;

    /** Redis itself doesn't notice that the JVM is gone, so a shell does that for it. */
    private static final String UNTIL_THE_PIPE_CLOSES = """
            exec 3<&0
            "$@" </dev/null 3<&- & redis=$!
            { cat <&3; kill $redis; } >/dev/null 2>&1 &
            wait $redis""";

    private final Child child;
    private final int port;
    private final Runnable release;

    private EmbeddedRedis(Child child, int port, Runnable release) {
        this.child = child;
        this.port = port;
        this.release = release;
    }

    /** One that forgets everything at its end, on a free port. */
    public static EmbeddedRedis start() {
        for (int i = 1; ; i++) {
            try {
                return forgetful(Loopback.port(NAME, 0));
            } catch (IllegalStateException e) {
                if (i == TRIES) throw e; // somebody else may have been faster to take the free port
            }
        }
    }

    /**
     * One that keeps its data in a folder; a crash of the machine costs a second at most, the end of this process nothing.
     *
     * @param port 0 for any free one
     * @throws IllegalStateException in one sentence, when the port or the folder is in use, or Redis doesn't run here
     */
    public static EmbeddedRedis start(Path folder, int port) {
        return Claim.holding(NAME, folder, claim -> {
            var pid = claim.folder().resolve("redis.pid");
            Orphan.end(pid, claim.folder());
            int free = Loopback.port(NAME, port);
            var keep = List.of("--appendonly", "yes", "--appendfsync", "everysec", "--pidfile", pid.toString());
            var child = run(claim.folder(), free, keep, claim.folder().resolve("redis.log"));
            return new EmbeddedRedis(child, free, claim::close);
        });
    }

    public String uri() {
        return "redis://%s:%d".formatted(Loopback.ADDRESS, port);
    }

    @Override
    public void close() {
        child.close();
        release.run();
    }

    private static EmbeddedRedis forgetful(int port) {
        var home = Folders.temporary("redis");
        try {
            var child = run(home, port, List.of("--appendonly", "no"), Path.of("/dev/null"));
            return new EmbeddedRedis(child, port, () -> {});
        } finally {
            Folders.delete(home); // a running program needs its file no more
        }
    }

    private static Child run(Path home, int port, List<String> more, Path log) {
        var command = new ArrayList<>(List.of("sh", "-c", UNTIL_THE_PIPE_CLOSES, "sh"));
        command.add(program(home));
        command.addAll(List.of("--bind", Loopback.ADDRESS, "--port", Integer.toString(port)));
        command.addAll(List.of("--dir", home.toString(), "--save", ""));
        command.addAll(more);
        return Child.start(NAME, command, READY, log);
    }

    private static String program(Path home) {
        try {
            return ExecutableProvider.newJarResourceProvider(home.toFile())
                    .get()
                    .getPath();
        } catch (IOException e) {
            throw new IllegalStateException(NAME + " does not start: " + e.getMessage(), e);
        }
    }
}
