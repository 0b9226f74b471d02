package shop.platform.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where deliveries go that nobody could handle: {@code <queue>.dead}, with what they died of in their headers. */
record Graveyard(Broker broker) {

    static final String REASON = "reason";
    static final String STACK_HASH = "stack-hash";
    static final String DIED_AT = "died-at";

    private static final Logger LOG = LoggerFactory.getLogger(Graveyard.class);
    private static final int LONGEST_REASON = 1_000; // all headers of a message have to fit into one frame

    static String of(String queue) {
        return queue + ".dead";
    }

    /** What tells a message from others, also one that came without an id: the same bytes always have the same. */
    static String id(BasicProperties properties, byte[] body) {
        return Optional.ofNullable(properties.getMessageId())
                .filter(id -> !id.isBlank())
                .orElseGet(() -> UUID.nameUUIDFromBytes(body).toString());
    }

    /** Whatever a message said of itself. */
    static Map<String, Object> headers(BasicProperties properties) {
        var headers = properties.getHeaders();
        return headers == null ? new HashMap<>() : new HashMap<>(headers);
    }

    /** False when it could not be buried, and has to stay where it is. */
    boolean buried(String queue, Delivery delivery, Throwable cause) throws InterruptedException {
        LOG.error("{} gives up on a delivery", queue, cause);
        var headers = headers(delivery.getProperties());
        headers.put(REASON, shortened(cause.toString()));
        headers.put(STACK_HASH, Integer.toHexString(Arrays.hashCode(cause.getStackTrace())));
        headers.put(DIED_AT, broker.clock().instant().toString());
        try (var graveyard = new ConfirmedChannel(broker.connection())) {
            graveyard.send(
                    "", of(queue), id(delivery.getProperties(), delivery.getBody()), headers, delivery.getBody());
            return graveyard.lost().isEmpty();
        } catch (IOException | TimeoutException | ShutdownSignalException e) {
            LOG.warn("{} could not bury a delivery", queue, e);
            return false;
        }
    }

    private static String shortened(String reason) {
        var bytes = reason.getBytes(UTF_8);
        return bytes.length <= LONGEST_REASON ? reason : new String(bytes, 0, LONGEST_REASON, UTF_8) + "…";
    }
}
