package shop.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** A few clients that ask again as soon as they are answered, for a while. */
record Load(int clients, Duration span) {

    private static final int MOST = 2_000_000; // requests: a run ends, however quick the server

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

    Result on(Callable<Client> newClient) throws Exception {
        var begin = System.nanoTime();
        var end = begin + span.toNanos();
        var times = new ArrayList<long[]>();
        var failures = 0;
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var all = new ArrayList<Callable<Run>>();
            for (int i = 0; i < clients; i++) {
                var client = newClient.call();
                all.add(() -> run(client, end));
            }
            for (var done : threads.invokeAll(all)) {
                times.add(done.get().nanos());
                failures += done.get().failures();
            }
        }
        return new Result(sorted(times), Duration.ofNanos(System.nanoTime() - begin), failures);
    }

    private record Run(long[] nanos, int failures) {}

    private Run run(Client client, long end) throws IOException {
        var nanos = new long[1_024];
        int count = 0;
        int failures = 0;
        for (var now = System.nanoTime(); now < end && count < MOST / clients; ) {
            if (count == nanos.length) nanos = Arrays.copyOf(nanos, count * 2);
            if (!client.ask()) failures++;
            var then = System.nanoTime();
            nanos[count++] = then - now;
            now = then;
        }
        return new Run(Arrays.copyOf(nanos, count), failures);
    }

    private static long[] sorted(List<long[]> times) {
        return times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    }
}
