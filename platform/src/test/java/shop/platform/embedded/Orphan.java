package shop.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process that an earlier run left behind: it still holds the data, so it has to go before the next one starts. */
final class Orphan {

    private static final int SECONDS_TO_END_WELL = 5;

    private Orphan() {}

    /**
     * Ends the process that a file names, if it is still the one that was started from that folder: the number may have
     * gone to a stranger since.
     */
    static void end(Path pidFile, Path home) {
        var pid = read(pidFile);
        if (!pid.matches("\\d+")) return;
        ProcessHandle.of(Long.parseLong(pid))
                .filter(process -> startedFrom(home, process))
                .ifPresent(Orphan::end);
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean startedFrom(Path home, ProcessHandle process) {
        return process.info()
                .command()
                .filter(program -> Path.of(program).startsWith(home))
                .isPresent();
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(SECONDS_TO_END_WELL, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            process.onExit().join(); // what is killed may still hold the data for a moment
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
