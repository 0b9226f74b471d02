package shop.platform.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import shop.platform.Failure;
import shop.platform.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Looks into the queues of the dead: whatever is only looked at goes back when the channel closes. */
final class RabbitDeadLetters implements DeadLetters {

    private static final int MOST = 1_000;

    /** What becomes of the one that is looked for. */
    @FunctionalInterface
    private interface Fate {
        void befall(Channel channel, String queue, GetResponse letter)
                throws IOException, TimeoutException, InterruptedException;
    }

    private final Connection connection;
    private final Supplier<List<String>> queues;

    RabbitDeadLetters(Connection connection, Supplier<List<String>> queues) {
        this.connection = connection;
        this.queues = queues;
    }

    @Override
    public List<DeadLetter> list(int limit) {
        var letters = new ArrayList<DeadLetter>();
        for (var queue : queues.get()) {
            asking(channel -> {
                while (letters.size() < limit) {
                    var letter = channel.basicGet(dead(queue), false);
                    if (letter == null) return false;
                    letters.add(read(queue, letter));
                }
                return false;
            });
        }
        return letters;
    }

    @Override
    public boolean replay(String id) {
        return find(id, this::send);
    }

    @Override
    public boolean discard(String id) {
        return find(id, (channel, queue, letter) -> {});
    }

    private void send(Channel channel, String queue, GetResponse letter)
            throws IOException, TimeoutException, InterruptedException {
        try (var confirmed = new ConfirmedChannel(connection)) {
            confirmed.send("", queue, id(letter), headers(letter), letter.getBody());
            if (!confirmed.lost().isEmpty()) throw Failure.unavailable("RabbitMQ");
        }
    }

    private boolean find(String id, Fate fate) {
        return queues.get().stream()
                .anyMatch(queue -> asking(channel -> {
                    for (int looked = 0; looked < MOST; looked++) {
                        var letter = channel.basicGet(dead(queue), false);
                        if (letter == null) return false;
                        if (!id(letter).equals(id)) continue;
                        fate.befall(channel, queue, letter);
                        channel.basicAck(letter.getEnvelope().getDeliveryTag(), false);
                        return true;
                    }
                    return false;
                }));
    }

    @FunctionalInterface
    private interface Question {
        boolean ask(Channel channel) throws IOException, TimeoutException, InterruptedException;
    }

    private boolean asking(Question question) {
        try (var channel = connection.createChannel()) {
            return question.ask(channel);
        } catch (IOException | TimeoutException e) {
            throw Failure.unavailable("RabbitMQ");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.unavailable("RabbitMQ");
        }
    }

    private static DeadLetter read(String queue, GetResponse letter) {
        var headers = headers(letter);
        return new DeadLetter(
                id(letter),
                queue,
                Objects.toString(headers.get("reason"), ""),
                Objects.toString(headers.get("stack-hash"), ""),
                event(letter));
    }

    private static JsonNode event(GetResponse letter) {
        try {
            return Json.TOLERANT.readTree(letter.getBody());
        } catch (JacksonException e) {
            return StringNode.valueOf(new String(letter.getBody(), UTF_8));
        }
    }

    private static Map<String, Object> headers(GetResponse letter) {
        var headers = letter.getProps().getHeaders();
        return headers == null ? Map.of() : new HashMap<>(headers);
    }

    private static String id(GetResponse letter) {
        return Objects.toString(letter.getProps().getMessageId(), "");
    }

    private static String dead(String queue) {
        return queue + ".dead";
    }
}
