package shop.platform.events;

import static java.util.Comparator.comparing;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import shop.platform.Failure;

/**
 * Looks into the queues of the dead: whatever is only looked at goes back when the channel closes. Of two who want the
 * same letter the broker gives it to one; a process that dies in the middle of a replay leaves it to be replayed again.
 */
final class RabbitDeadLetters implements DeadLetters {

    private static final int MOST = 1_000;
    private static final int LOOKS = 3;
    private static final long BETWEEN_LOOKS_MILLIS = 150;

    @FunctionalInterface
    private interface Question {
        boolean ask(Channel channel) throws IOException, TimeoutException, InterruptedException;
    }

    /** What becomes of the one that is looked for. */
    @FunctionalInterface
    private interface Fate {
        void befall(String queue, GetResponse letter) throws IOException, TimeoutException, InterruptedException;
    }

    private final Broker broker;
    private final Supplier<List<String>> queues;
    private final ReentrantLock looking = new ReentrantLock(); // who looks at a letter hides it from everybody else

    RabbitDeadLetters(Broker broker, Supplier<List<String>> queues) {
        this.broker = broker;
        this.queues = queues;
    }

    @Override
    public List<DeadLetter> list(int limit) {
        var letters = new ArrayList<DeadLetter>();
        for (var queue : queues.get()) {
            asking(channel -> {
                for (int looked = 0; looked < limit; looked++) {
                    var letter = channel.basicGet(Graveyard.of(queue), false);
                    if (letter == null) return false;
                    letters.add(Letters.read(queue, letter));
                }
                return false;
            });
        }
        letters.sort(comparing(letter -> letter.diedAt().orElse(Instant.EPOCH)));
        return letters.stream().limit(limit).toList();
    }

    @Override
    public boolean replay(String id) {
        return find(id, this::send);
    }

    @Override
    public boolean discard(String id) {
        return find(id, (queue, letter) -> {});
    }

    private void send(String queue, GetResponse letter) throws IOException, TimeoutException, InterruptedException {
        try (var confirmed = new ConfirmedChannel(broker.connection())) {
            confirmed.send("", queue, Letters.id(letter), Letters.ofItsLife(letter), letter.getBody());
            if (!confirmed.lost().isEmpty()) throw Failure.unavailable("RabbitMQ");
        }
    }

    /** Looks more than once: another process may have the letter in its hands, and put it back. */
    private boolean find(String id, Fate fate) {
        for (int look = 1; ; look++) {
            var found = false;
            for (var queue : queues.get()) found |= find(queue, id, fate);
            if (found || look == LOOKS) return found;
            pause();
        }
    }

    private boolean find(String queue, String id, Fate fate) {
        return asking(channel -> {
            for (int looked = 0; looked < MOST; looked++) {
                var letter = channel.basicGet(Graveyard.of(queue), false);
                if (letter == null) return false;
                if (!Letters.id(letter).equals(id)) continue;
                fate.befall(queue, letter);
                channel.basicAck(letter.getEnvelope().getDeliveryTag(), false);
                return true;
            }
            return false;
        });
    }

    private boolean asking(Question question) {
        looking.lock();
        try (var channel = broker.connection().createChannel()) {
            return question.ask(channel);
        } catch (IOException | TimeoutException | ShutdownSignalException e) {
            throw Failure.unavailable("RabbitMQ");
        } catch (InterruptedException e) {
            throw interrupted();
        } finally {
            looking.unlock();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static Failure interrupted() {
        Thread.currentThread().interrupt();
        return Failure.unavailable("RabbitMQ");
    }
}
