package shop.auth.argon2;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import shop.auth.domain.Password;
import shop.auth.domain.Passwords;
import shop.platform.Failure;

/**
 * Argon2id, by the few threads that may do it: a burst of logins waits for them, while the threads that answer
 * everything else stay free. Who would wait too long is told to come back.
 */
public final class Argon2Passwords implements Passwords, AutoCloseable {

    /**
     * How hard it is, and how much of it may go on.
     *
     * @param memory in KiB
     * @param threads how many passwords at once
     * @param waiting how many more may wait
     * @param patience how long they wait
     */
    public record Effort(int memory, int iterations, int threads, int waiting, Duration patience) {}

    private static final int LANES = 1;
    private static final int LENGTH = 32; // bytes
    private static final int SALT = 16; // bytes

    private final SecureRandom random = new SecureRandom();
    private final Effort effort;
    private final Argon2Function function;
    private final ThreadPoolExecutor workers;
    private final String decoy;

    public Argon2Passwords(Effort effort) {
        this.effort = effort;
        this.function = Argon2Function.getInstance(effort.memory(), effort.iterations(), LANES, LENGTH, Argon2.ID);
        this.workers = new ThreadPoolExecutor(
                effort.threads(),
                effort.threads(),
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(effort.waiting()),
                Thread.ofPlatform().name("argon2-", 0).daemon().factory());
        this.decoy = hashed("nobody's password");
    }

    @Override
    public String hash(Password password) {
        return work(() -> hashed(password.text()));
    }

    private String hashed(String text) {
        var salt = new byte[SALT];
        random.nextBytes(salt);
        return function.hash(text.getBytes(UTF_8), salt).getResult();
    }

    @Override
    public boolean matches(Password password, Optional<String> hash) {
        var compared = hash.orElse(decoy);
        var same = work(() -> Argon2Function.getInstanceFromHash(compared).check(password.text(), compared));
        return same && hash.isPresent();
    }

    @Override
    public boolean outdated(String hash) {
        var made = Argon2Function.getInstanceFromHash(hash);
        return made.getMemory() < effort.memory()
                || made.getIterations() < effort.iterations()
                || made.getVariant() != Argon2.ID;
    }

    private <T> T work(Callable<T> task) {
        try {
            var result = workers.submit(task);
            try {
                return result.get(effort.patience().toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                result.cancel(true);
                throw overloaded();
            }
        } catch (RejectedExecutionException e) {
            throw overloaded();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a password could not be hashed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw overloaded();
        }
    }

    private static Failure overloaded() {
        return Failure.of(Failure.Kind.UNAVAILABLE, "overloaded", "too many people sign in right now")
                .retryAfter(Duration.ofSeconds(2));
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
