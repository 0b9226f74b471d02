package shop.email.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a mail has come.
 *
 * @param attempts the latest ones, oldest first
 * @param tries since it was queued, or queued again
 * @param dueAt when somebody should look after it; empty once there is nothing left to do
 */
public record Progress(
        Status status, List<Attempt> attempts, int tries, Optional<Instant> dueAt, Optional<Instant> sentAt) {

    /** How long whoever sends a mail may take before others take that for dead. */
    static final Duration LEASE = Duration.ofMinutes(3);

    private static final int MOST_TRIES = 12;
    private static final int KEPT_ATTEMPTS = 50;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    public Progress {
        attempts = List.copyOf(attempts);
    }

    static Progress queued(Instant due) {
        return new Progress(Status.QUEUED, List.of(), 0, Optional.of(due), Optional.empty());
    }

    Progress sending(Instant now) {
        return new Progress(Status.SENDING, attempts, tries + 1, Optional.of(now.plus(LEASE)), sentAt);
    }

    Progress sent(Instant now, String detail) {
        return tried(Status.SENT, now, detail, Optional.empty());
    }

    /** Not now; after the last try, not at all. */
    Progress deferred(Instant now, String detail) {
        if (tries >= MOST_TRIES) return failed(now, detail);
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.max(0, tries - 1));
        var shorter = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
        return tried(Status.DEFERRED, now, detail, Optional.of(now.plus(shorter)));
    }

    Progress failed(Instant now, String detail) {
        return tried(Status.FAILED, now, detail, Optional.empty());
    }

    /** Whoever tried has died of it every time. */
    boolean exhausted() {
        return tries > MOST_TRIES;
    }

    Progress suppressed() {
        return new Progress(Status.SUPPRESSED, attempts, tries, Optional.empty(), sentAt);
    }

    Progress again(Instant now) {
        return new Progress(Status.QUEUED, attempts, 0, Optional.of(now), sentAt);
    }

    /** Nothing goes out any more, and nobody knows what was said. */
    Progress ended() {
        var silent = attempts.stream()
                .map(attempt -> new Attempt(attempt.at(), attempt.result(), Optional.empty()))
                .toList();
        var end = dueAt.isPresent() ? Status.SUPPRESSED : status;
        return new Progress(end, silent, tries, Optional.empty(), sentAt);
    }

    private Progress tried(Status result, Instant now, String detail, Optional<Instant> due) {
        var all = new ArrayList<>(attempts);
        all.add(new Attempt(now, result, Optional.of(detail)));
        var kept = all.subList(Math.max(0, all.size() - KEPT_ATTEMPTS), all.size());
        return new Progress(result, kept, tries, due, result == Status.SENT ? Optional.of(now) : sentAt);
    }
}
