package shop.products.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The whole port without a database. */
public final class InMemoryImports implements Imports {

    private final Map<String, ImportJob> jobs = new ConcurrentHashMap<>();

    @Override
    public Optional<ImportJob> find(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    @Override
    public void put(ImportJob job) {
        jobs.put(job.id(), job);
    }

    @Override
    public List<ImportJob> stalled(Instant since, int limit) {
        return jobs.values().stream()
                .filter(job -> !job.over() && job.seenAt().isBefore(since))
                .limit(limit)
                .toList();
    }

    @Override
    public List<ImportJob> of(String userId, int limit) {
        return jobs.values().stream()
                .filter(job -> job.userId().equals(userId))
                .sorted(Comparator.comparing(ImportJob::id).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public void rename(String userId, String name) {
        jobs.replaceAll((id, j) -> j.userId().equals(userId)
                ? new ImportJob(
                        id,
                        j.storeId(),
                        name,
                        j.status(),
                        j.processed(),
                        j.created(),
                        j.updated(),
                        j.failed(),
                        j.errors(),
                        j.createdAt(),
                        j.seenAt(),
                        j.finishedAt())
                : j);
    }
}
