package shop.products.api;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.products.domain.Caller;
import shop.products.domain.ImportJob;
import shop.products.domain.Importing;
import shop.products.domain.Importing.Read;

/** Takes files in, and works through one after the other. What waits, waits on the disk. */
public final class ImportDesk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ImportDesk.class);

    private final Importing importing;
    private final long largest;
    private final Map<String, ImportJob> waiting = new ConcurrentHashMap<>();
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());

    /**
     * Begins with an empty desk.
     *
     * @param largest how many bytes a file may have
     */
    public ImportDesk(Importing importing, long largest) {
        this.importing = importing;
        this.largest = largest;
    }

    /** A file as it comes in: the format says how to read it. */
    ImportJob take(String storeId, Caller caller, InputStream body, Function<InputStream, Iterator<Read>> format) {
        importing.allow(storeId, caller);
        var file = spool(body);
        var job = importing.queue(storeId, caller);
        waiting.put(job.id(), job);
        worker.execute(() -> work(job, file, caller, format));
        return job;
    }

    private Path spool(InputStream body) {
        try {
            var file = Files.createTempFile("import-", ".lines");
            try (var out = Files.newOutputStream(file)) {
                new Limited(body, largest).transferTo(out);
                return file;
            } catch (IOException | RuntimeException e) {
                Files.delete(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void work(ImportJob job, Path file, Caller caller, Function<InputStream, Iterator<Read>> format) {
        waiting.remove(job.id());
        try (var lines = new BufferedInputStream(Files.newInputStream(file))) {
            importing.run(job, format.apply(lines), caller);
        } catch (IOException | RuntimeException e) {
            LOG.error("import {} broke off", job.id(), e);
        } finally {
            delete(file);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} stays on the disk", file, e);
        }
    }

    /** Says of those whose turn has not come that they are not forgotten. */
    public void remind() {
        waiting.values().forEach(importing::waiting);
    }

    @Override
    public void close() {
        worker.shutdownNow();
        worker.close();
    }
}
