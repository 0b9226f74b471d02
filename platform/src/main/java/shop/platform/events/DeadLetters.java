package shop.platform.events;

import io.swagger.v3.oas.annotations.media.Schema;
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
    @Schema(description = "A delivery the service gave up on")
    record DeadLetter(
            @Schema(description = "The event's id", example = "evt_01jd3v5kqkf4vbk9z8xw3n5r7t", pattern = "^[^\\x00]*$")
            String id,

            @Schema(description = "Where it was delivered", example = "orders.stores")
            String queue,

            @Schema(description = "What the last attempt failed with", example = "the database does not answer")
            String reason,

            @Schema(description = "The same for failures at the same place", example = "1f3870be")
            String stackHash,

            @Schema(description = "When it was given up on, where that is known", example = "2030-01-02T12:00:00.000Z")
            Optional<Instant> diedAt,

            @Schema(description = "What else its message said of itself", example = "{\"x-attempts\": \"12\"}")
            Map<String, String> headers,

            @Schema(
                    description = "The envelope; a text when it could not be read",
                    example = "{\"type\": \"order.placed\"}")
            JsonNode event) {}

    /** The oldest ones of all queues. */
    List<DeadLetter> list(int limit);

    /** Delivers it once more to every queue that gave up on it; false when there is none of this id. */
    boolean replay(String id);

    /** Forgets it for good; false when there is none of this id. */
    boolean discard(String id);
}
