package shop.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.function.Function;

/** A folder that only one store uses at a time. The system gives it back when the process ends in whatever way. */
record Claim(Path folder, FileChannel lock) implements AutoCloseable {

    /** Starts something on a folder; what does not start does not hold it. */
    static <T> T holding(String store, Path folder, Function<Claim, T> start) {
        var claim = on(store, folder);
        try {
            return start.apply(claim);
        } catch (RuntimeException e) {
            claim.close();
            throw e;
        }
    }

    private static Claim on(String store, Path folder) {
        try {
            var home = Files.createDirectories(folder).toRealPath();
            var file = home.resolve(store.toLowerCase(Locale.ROOT) + ".lock");
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(channel)) return new Claim(home, channel);
            channel.close();
            throw new IllegalStateException("%s does not start: another one uses %s".formatted(store, folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false; // the other one is in this very process
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
