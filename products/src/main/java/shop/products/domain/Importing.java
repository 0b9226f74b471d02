package shop.products.domain;

import static shop.products.domain.Persistence.persistently;

import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import shop.platform.Failure;
import shop.platform.Id;
import shop.products.domain.Shelving.Outcome;

/** Bringing a file into the catalogue, line by line; a line that is wrong does not stop the others. */
public final class Importing {

    /** A line as it was read: what it says, or what is wrong with it. */
    public sealed interface Read {

        int number();

        record Good(int number, ImportLine line) implements Read {}

        record Bad(int number, Failure failure) implements Read {}
    }

    private static final Outcome ALONE = new Outcome.LeftOver(false);
    private static final int LINES_AT_ONCE = 200;
    private static final Duration BETWEEN_NOTES = Duration.ofSeconds(1);
    private static final int LINES_BETWEEN_NOTES = 100;
    private static final Duration LOST = Duration.ofMinutes(2);
    private static final int BATCH = 100;

    private final Storage storage;
    private final Storekeeping storekeeping;
    private final Cataloguing cataloguing;
    private final Stocking stocking;
    private final Shelving shelving;
    private final Clock clock;

    public Importing(
            Storage storage, Storekeeping storekeeping, Cataloguing cataloguing, Stocking stocking, Clock clock) {
        this.storage = storage;
        this.storekeeping = storekeeping;
        this.cataloguing = cataloguing;
        this.stocking = stocking;
        this.shelving = cataloguing.shelving(stocking);
        this.clock = clock;
    }

    /** Makes sure the caller works there, before a byte is read. */
    public void allow(String storeId, Caller caller) {
        storekeeping.workplace(storeId, caller);
    }

    public ImportJob queue(String storeId, Caller caller) {
        allow(storeId, caller);
        var now = clock.instant();
        var job = ImportJob.queued(Id.next("imp", now), storeId, caller.id(), now);
        storage.imports().put(job);
        return job;
    }

    public ImportJob read(String id, Caller caller) {
        return storage.imports()
                .find(id)
                .filter(job -> storekeeping
                        .find(job.storeId())
                        .filter(store -> store.opensTo(caller))
                        .isPresent())
                .orElseThrow(() -> Failure.notFound("import", id));
    }

    /** Works through the whole file, many lines at once, and notes now and then how far it has come. */
    public void run(ImportJob queued, Iterator<Read> lines, Caller caller) {
        var job = queued.seen(clock.instant());
        storage.imports().put(job);
        int line = 0;
        try {
            while (lines.hasNext()) {
                var batch = Batch.of(lines, LINES_AT_ONCE);
                var shelved = shelve(job.storeId(), batch.good(), caller);
                for (var read : batch.reads()) {
                    job = noted(take(job, read, shelved, caller));
                    line = read.number();
                }
                if (batch.broken().isPresent()) throw batch.broken().get();
            }
        } catch (Failure failure) {
            storage.imports().put(job.broken(problem(line + 1, failure), clock.instant()));
            return;
        } catch (RuntimeException e) {
            var problem = new ImportProblem(line + 1, "", "interrupted", "the import broke off");
            storage.imports().put(job.broken(problem, clock.instant()));
            throw e;
        }
        storage.imports().put(job.ended(ImportStatus.COMPLETED, clock.instant()));
    }

    private Map<Integer, Outcome> shelve(String storeId, List<Read.Good> lines, Caller caller) {
        if (lines.size() < 2) return Map.of();
        try {
            return shelving.shelve(storekeeping.workplace(storeId, caller), lines, caller);
        } catch (Failure failure) {
            if (failure.kind() == Failure.Kind.UNAVAILABLE) throw failure;
            return Map.of(); // each line says for itself what is wrong
        }
    }

    private ImportJob take(ImportJob job, Read read, Map<Integer, Outcome> shelved, Caller caller) {
        return switch (read) {
            case Read.Bad bad -> job.failed(problems(bad.number(), bad.failure()));
            case Read.Good good ->
                switch (shelved.getOrDefault(good.number(), ALONE)) {
                    case Outcome.Done done -> job.done(done.isNew());
                    case Outcome.Refused refused -> job.failed(problems(good.number(), refused.failure()));
                    case Outcome.LeftOver left -> alone(job, good, left.made(), caller);
                };
        };
    }

    private ImportJob alone(ImportJob job, Read.Good good, boolean made, Caller caller) {
        try {
            return job.done(keep(job.storeId(), good.line(), caller) || made);
        } catch (Failure failure) {
            if (failure.kind() == Failure.Kind.FORBIDDEN || failure.code().equals("store_closed")) throw failure;
            return job.failed(problems(good.number(), failure));
        }
    }

    /** True when the product is new. */
    private boolean keep(String storeId, ImportLine line, Caller caller) {
        var store = storekeeping.workplace(storeId, caller);
        return persistently(tried -> {
            var known = storage.products().findBySku(storeId, line.sku());
            var product = known.isEmpty()
                    ? create(store, line)
                    : cataloguing.change(
                            () -> storage.products().find(known.get().id()).orElseThrow(), line::over);
            stocking.load(product, line.sku(), line.onHand(), caller);
            return known.isEmpty();
        });
    }

    private Product create(Store store, ImportLine line) {
        try {
            return cataloguing.create(store, line.first());
        } catch (Failure failure) {
            if (!failure.code().equals("sku_taken")) throw failure;
            throw Failure.stale(line.sku()); // another import has just made it: to be looked for again
        }
    }

    private ImportJob noted(ImportJob job) {
        var now = clock.instant();
        var due = job.processed() % LINES_BETWEEN_NOTES == 0
                || !job.seenAt().plus(BETWEEN_NOTES).isAfter(now);
        if (!due) return job;
        var noted = job.seen(now);
        storage.imports().put(noted);
        return noted;
    }

    /** Still waiting for its turn; whoever lets it wait says so now and then, or it is taken for lost. */
    public void waiting(ImportJob queued) {
        storage.imports().put(queued.waiting(clock.instant()));
    }

    /** Says of imports whose process has died that they have failed. Lines are upserts: the file may be sent again. */
    public void sweep() {
        var now = clock.instant();
        for (var job : storage.imports().stalled(now.minus(LOST), BATCH)) {
            var problem = new ImportProblem(
                    job.processed() + 1, "", "interrupted", "the import was interrupted here; send the file again");
            storage.imports().put(job.broken(problem, now));
        }
    }

    private static List<ImportProblem> problems(int line, Failure failure) {
        return failure.problems().stream()
                .map(problem -> new ImportProblem(line, inLine(problem.pointer()), problem.code(), problem.message()))
                .toList();
    }

    /** A line is a product with one variant, and does not know it. */
    private static String inLine(String pointer) {
        return pointer.replaceFirst("^/variants/\\d+", "");
    }

    private static ImportProblem problem(int line, Failure failure) {
        return problems(line, failure).getFirst();
    }
}
