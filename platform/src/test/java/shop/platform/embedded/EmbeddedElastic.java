package shop.platform.embedded;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real Elasticsearch 7.17 in a JVM of its own, because its libraries must stay off our class path. The build puts what
 * it needs into {@code compose/elastic/target}.
 */
public final class EmbeddedElastic implements AutoCloseable {

    /** The system property that names the folder with the node's jars, when it isn't found from here upwards. */
    public static final String HOME = "shop.elastic.home";

    private static final String NAME = "Elasticsearch";
    private static final Path BUILT = Path.of("compose", "elastic", "target");
    private static final String JAR = "embedded-elastic-1.jar";

    private final Child child;
    private final Runnable release;

    private EmbeddedElastic(Child child, Runnable release) {
        this.child = child;
        this.release = release;
    }

    /** One that forgets everything at its end, on a free port. */
    public static EmbeddedElastic start() {
        return new EmbeddedElastic(run(Folders.temporary("elastic"), 0, "throwaway"), () -> {});
    }

    /**
     * One that keeps its data in a folder; what it has acknowledged survives its end in whatever way.
     *
     * @param port 0 for any free one
     * @throws IllegalStateException in one sentence, when the port or the folder is in use, or the node isn't built yet
     */
    public static EmbeddedElastic start(Path folder, int port) {
        return Claim.holding(NAME, folder, claim -> {
            var child = run(claim.folder(), Loopback.port(NAME, port), "kept");
            return new EmbeddedElastic(child, claim::close);
        });
    }

    public String url() {
        return "http://%s:%s".formatted(Loopback.ADDRESS, child.readyLine().replaceFirst("\\D+", ""));
    }

    @Override
    public void close() {
        child.close();
        release.run();
    }

    private static Child run(Path folder, int port, String mood) {
        var home = home();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // the archive of loaded classes, made by the JVM at the end of the first run, halves the start of all others
        var archive = "-XX:SharedArchiveFile=" + home.resolve("node.jsa");
        var command = List.of(
                java,
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+AutoCreateSharedArchive",
                archive,
                "-Xlog:disable",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath(home),
                "shop.elastic.EmbeddedNode",
                folder.toString(),
                Integer.toString(port),
                mood);
        return Child.start(NAME, command, "ready ", folder.resolve("elasticsearch.log"));
    }

    /** As the build wrote it down, so always in the same order: the archive of classes is worth nothing for another. */
    private static String classPath(Path home) {
        try {
            return home.resolve(JAR) + File.pathSeparator + Files.readString(home.resolve("lib.classpath"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path home() {
        var named = Optional.ofNullable(System.getProperty(HOME)).map(Path::of);
        return named.or(EmbeddedElastic::above)
                .filter(home -> Files.exists(home.resolve(JAR)))
                .orElseThrow(() -> new IllegalStateException(
                        NAME + " does not start: it isn't built, run `mvn -pl compose/elastic package` first"));
    }

    private static Optional<Path> above() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(BUILT))
                .filter(Files::exists)
                .findFirst();
    }
}
