package shop.platform.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that must not outlive this one. It holds the far end of a pipe, which the system closes when this JVM ends in
 * whatever way, and it ends then.
 */
final class Child implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration TO_END_WELL = Duration.ofSeconds(15);

    /** The line that was waited for, or the last one before the end. */
    private record Said(String line, boolean ready) {}

    private final Process process;
    private final String readyLine;

    private Child(Process process, String readyLine) {
        this.process = process;
        this.readyLine = readyLine;
    }

    /**
     * Starts a process and waits until it says that it is ready.
     *
     * @param ready what the line contains that says so
     * @param log takes all that the process says; where nobody will look at it, /dev/null will do
     */
    static Child start(String store, List<String> command, String ready, Path log) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new CompletableFuture<Said>();
            Thread.ofPlatform().daemon().name(store + " log").start(() -> listen(process, log, ready, said));
            return new Child(process, awaited(store, process, said));
        } catch (IOException e) {
            throw new IllegalStateException(store + " does not start: " + e.getMessage(), e);
        }
    }

    String readyLine() {
        return readyLine;
    }

    @Override
    public void close() {
        end(process);
    }

    private static String awaited(String store, Process process, CompletableFuture<Said> said) {
        try {
            var first = said.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (first.ready()) return first.line();
            end(process);
            throw new IllegalStateException(store + " does not start: " + first.line());
        } catch (ExecutionException e) {
            end(process);
            throw new IllegalStateException(store + " does not start: " + e.getMessage(), e);
        } catch (TimeoutException e) {
            end(process);
            throw new IllegalStateException(store + " does not start: not ready after " + PATIENCE, e);
        } catch (InterruptedException e) {
            end(process);
            Thread.currentThread().interrupt();
            throw new IllegalStateException(store + " does not start: interrupted", e);
        }
    }

    private static void listen(Process process, Path log, String ready, CompletableFuture<Said> said) {
        var last = "it ended at once";
        try (var output = process.inputReader(UTF_8);
                var file = Files.newBufferedWriter(log)) {
            for (var next = output.readLine(); next != null; next = output.readLine()) {
                file.write(next + System.lineSeparator());
                file.flush();
                if (!next.isBlank()) last = next.strip();
                if (next.contains(ready)) said.complete(new Said(next, true));
            }
            said.complete(new Said(last, false));
        } catch (IOException e) {
            said.completeExceptionally(e);
        }
    }

    private static void end(Process process) {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(TO_END_WELL)) process.destroyForcibly();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
