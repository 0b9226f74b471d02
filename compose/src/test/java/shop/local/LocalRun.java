package shop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The local run, or a single service, in a JVM of its own, as `make local` or a container starts it. */
record LocalRun(Process process, Path log) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    static LocalRun start(Path log, Map<String, String> variables) {
        return start(Local.class, log, variables);
    }

    static LocalRun start(Class<?> main, Path log, Map<String, String> variables) {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(variables);
        try {
            var process = builder.start();
            // an interrupted test leaves nothing running
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroyForcibly));
            return new LocalRun(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it says what to open next. */
    LocalRun ready() {
        await().atMost(PATIENCE).until(() -> !process.isAlive() || said().contains("open next:"));
        assertThat(process.isAlive()).as(said()).isTrue();
        return this;
    }

    /** Waits until it has ended, and tells how. */
    int exit() {
        return process.onExit()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join()
                .exitValue();
    }

    /** Gives it no time for anything. */
    void kill() {
        process.destroyForcibly();
        exit();
    }

    String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        exit();
    }
}
