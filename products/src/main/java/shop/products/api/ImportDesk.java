package shop.products.api;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.platform.Failure;
import shop.products.domain.Caller;
import shop.products.domain.ImportJob;
import shop.products.domain.Importing;
import shop.products.domain.Importing.Read;

/**
 * Takes files in, and works through those of a store one after the other, and of a few stores at once. What waits, waits on
 * the disk, under no name, so that whatever ends this process leaves nothing lying there.
 */
public final class ImportDesk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ImportDesk.class);
    private static final int AT_ONCE = 4;
    private static final int MOST_WAITING = 10; // of a store

    private final Importing importing;
    private final long largest;
    private final Map<String, ImportJob> waiting = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Void>> last = new ConcurrentHashMap<>();
    private final ExecutorService workers =
            Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory());

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
        if (waiting.values().stream()
                        .filter(job -> job.storeId().equals(storeId))
                        .count()
                >= MOST_WAITING) {
            throw Failure.of(Failure.Kind.TOO_MANY, "too_many_imports", MOST_WAITING + " files of the store wait")
                    .retryAfter(Duration.ofMinutes(1));
        }
        var file = spool(body);
        var job = importing.queue(storeId, caller);
        waiting.put(job.id(), job);
        lineUp(storeId, () -> work(job, file, caller, format));
        return job;
    }

    /** After the files of the store before it, however they ended. */
    private void lineUp(String storeId, Runnable work) {
        var _ = last.compute(
                storeId,
                (any, before) -> before == null || before.isDone()
                        ? CompletableFuture.runAsync(work, workers)
                        : before.handleAsync(
                                (done, failure) -> {
                                    work.run();
                                    return null;
                                },
                                workers));
    }

    private FileChannel spool(InputStream body) {
        try {
            var name = Files.createTempFile("import-", ".lines");
            var file = FileChannel.open(
                    name, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            try {
                new Limited(body, largest).transferTo(Channels.newOutputStream(file));
                return file.position(0);
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void work(ImportJob job, FileChannel file, Caller caller, Function<InputStream, Iterator<Read>> format) {
        waiting.remove(job.id());
        try (var lines = new BufferedInputStream(Channels.newInputStream(file))) {
            importing.run(job, format.apply(lines), caller);
        } catch (IOException | RuntimeException e) {
            LOG.error("import {} broke off", job.id(), e);
        }
    }

    /** Says of those whose turn has not come, and none other, that they are not forgotten. */
    public void remind() {
        for (var id : waiting.keySet()) {
            waiting.computeIfPresent(id, (any, job) -> {
                importing.waiting(job);
                return job;
            });
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
        workers.close();
    }
}
