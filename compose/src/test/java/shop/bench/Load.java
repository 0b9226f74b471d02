package shop.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A few clients, for a while.
 *
 * @param perSecond how often they ask together, whether or not they have been answered; 0: each as soon as it is
 */
record Load(int clients, Duration span, int perSecond) {

    private static final int MOST = 2_000_000; // requests: a run ends, however quick the server

    Load(int clients, Duration span) {
        this(clients, span, 0);
    }

    /**
     * What came of it.
     *
     * @param nanos how long each request took, sorted
     */
    record Result(long[] nanos, Duration span, int failures) {

        double perSecond() {
            return nanos.length * 1e9 / span.toNanos();
        }

        double percentileMillis(double part) {
            return nanos.length == 0 ? 0 : nanos[(int) Math.min(nanos.length - 1, nanos.length * part)] / 1e6;
        }

        Result and(Result other) {
            return new Result(sorted(List.of(nanos, other.nanos)), span.plus(other.span), failures + other.failures);
        }

        String line(String what) {
            return String.format(
                    Locale.ROOT,
                    "%-34s %,9.0f/s   p50 %.2f ms   p99 %.2f ms%s",
                    what,
                    perSecond(),
                    percentileMillis(0.5),
                    percentileMillis(0.99),
                    failures == 0 ? "" : "   FAILED " + failures);
        }
    }

    /** One client's work: asks once and says whether the answer was the one wanted. */
    @FunctionalInterface
    interface Client {

        boolean ask() throws IOException;
    }

    /** When the next request begins, in the time of {@link System#nanoTime}; waits for it. */
    @FunctionalInterface
    private interface Rhythm {

        long next();
    }

    private static final long OVER = Long.MIN_VALUE;

    Result on(Callable<? extends Client> newClient) throws Exception {
        var all = new ArrayList<Client>();
        for (int i = 0; i < clients; i++) all.add(newClient.call());
        var begin = System.nanoTime();
        var rhythm = perSecond == 0 ? greedy(begin) : paced(begin);
        var times = new ArrayList<long[]>();
        var failures = 0;
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var runs = all.stream()
                    .map(client -> (Callable<Run>) () -> run(client, rhythm))
                    .toList();
            for (var done : threads.invokeAll(runs)) {
                times.add(done.get().nanos());
                failures += done.get().failures();
            }
        }
        return new Result(sorted(times), Duration.ofNanos(System.nanoTime() - begin), failures);
    }

    private Rhythm greedy(long begin) {
        var count = new AtomicLong();
        return () -> {
            var now = System.nanoTime();
            return now - begin < span.toNanos() && count.getAndIncrement() < MOST ? now : OVER;
        };
    }

    /** Counted from when a request was due: one that nobody was free for has waited as well. */
    private Rhythm paced(long begin) {
        var count = new AtomicLong();
        var most = span.toMillis() * perSecond / 1_000;
        return () -> {
            var number = count.getAndIncrement();
            if (number >= most) return OVER;
            var due = begin + number * 1_000_000_000L / perSecond;
            for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            return due;
        };
    }

    private record Run(long[] nanos, int failures) {}

    private static Run run(Client client, Rhythm rhythm) throws IOException {
        var nanos = new long[1_024];
        int count = 0;
        int failures = 0;
        for (var from = rhythm.next(); from != OVER; from = rhythm.next()) {
            if (count == nanos.length) nanos = Arrays.copyOf(nanos, count * 2);
            if (!client.ask()) failures++;
            nanos[count++] = System.nanoTime() - from;
        }
        return new Run(Arrays.copyOf(nanos, count), failures);
    }

    private static long[] sorted(List<long[]> times) {
        return times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    }
}
