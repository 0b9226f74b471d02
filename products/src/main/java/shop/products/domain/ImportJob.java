package shop.products.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file on its way into the catalogue.
 *
 * @param errors the first of them
 * @param seenAt when it was last worked on: one that is not worked on any more has lost its process
 */
public record ImportJob(
        String id,
        String storeId,
        String userId,
        ImportStatus status,
        int processed,
        int created,
        int updated,
        int failed,
        List<ImportProblem> errors,
        Instant createdAt,
        Instant seenAt,
        Optional<Instant> finishedAt) {

    private static final int MOST_ERRORS = 100;

    public ImportJob {
        errors = List.copyOf(errors);
    }

    static ImportJob queued(String id, String storeId, String userId, Instant at) {
        return new ImportJob(id, storeId, userId, ImportStatus.QUEUED, 0, 0, 0, 0, List.of(), at, at, Optional.empty());
    }

    boolean over() {
        return status == ImportStatus.COMPLETED || status == ImportStatus.FAILED;
    }

    ImportJob seen(Instant at) {
        return new ImportJob(
                id,
                storeId,
                userId,
                ImportStatus.RUNNING,
                processed,
                created,
                updated,
                failed,
                errors,
                createdAt,
                at,
                finishedAt);
    }

    ImportJob waiting(Instant at) {
        return new ImportJob(
                id, storeId, userId, status, processed, created, updated, failed, errors, createdAt, at, finishedAt);
    }

    ImportJob ended(ImportStatus how, Instant at) {
        return new ImportJob(
                id, storeId, userId, how, processed, created, updated, failed, errors, createdAt, at, Optional.of(at));
    }

    ImportJob done(boolean isNew) {
        int one = isNew ? 1 : 0;
        return new ImportJob(
                id,
                storeId,
                userId,
                status,
                processed + 1,
                created + one,
                updated + 1 - one,
                failed,
                errors,
                createdAt,
                seenAt,
                finishedAt);
    }

    ImportJob failed(List<ImportProblem> problems) {
        var all = new ArrayList<>(errors);
        problems.stream().limit(Math.max(0, MOST_ERRORS - all.size())).forEach(all::add);
        return new ImportJob(
                id,
                storeId,
                userId,
                status,
                processed + 1,
                created,
                updated,
                failed + 1,
                all,
                createdAt,
                seenAt,
                finishedAt);
    }

    /** One that can't go on, and why. */
    ImportJob broken(ImportProblem problem, Instant at) {
        var all = new ArrayList<>(errors.subList(0, Math.min(errors.size(), MOST_ERRORS - 1)));
        all.add(problem);
        return new ImportJob(
                id,
                storeId,
                userId,
                ImportStatus.FAILED,
                processed,
                created,
                updated,
                failed,
                all,
                createdAt,
                at,
                Optional.of(at));
    }
}
