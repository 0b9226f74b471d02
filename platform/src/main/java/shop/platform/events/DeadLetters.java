package shop.platform.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Deliveries a service gave up on, kept in {@code <queue>.dead} until somebody looks at them. */
public interface DeadLetters {

    /**
     * One of them.
     *
     * @param id the event's id
     * @param queue where it was delivered
     * @param reason what the last attempt failed with
     * @param stackHash the same for failures at the same place
     * @param diedAt when it was given up on, where that is known
     * @param headers what else its message said of itself
     * @param event the envelope; a text when it could not be read
     */
    record DeadLetter(
            String id,
            String queue,
            String reason,
            String stackHash,
            Optional<Instant> diedAt,
            Map<String, String> headers,
            JsonNode event) {}

    /** The oldest ones of all queues. */
    List<DeadLetter> list(int limit);

    /** Delivers it once more to every queue that gave up on it; false when there is none of this id. */
    boolean replay(String id);

    /** Forgets it for good; false when there is none of this id. */
    boolean discard(String id);
}
