package shop.activity.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import shop.activity.domain.Sighting;
import shop.activity.domain.Target;
import shop.platform.Failure;
import shop.platform.json.Json;

@Schema(description = "What a visitor did")
record CollectEvents(
        @Schema(description = "The events, 500 at most") List<BehaviourEvent> events) {

    private static final int MOST = 500;

    @Schema(description = "One thing a visitor did")
    record BehaviourEvent(
            @Schema(description = "Names the event; sending it twice is noticed", example = "6f9c2a", maxLength = 200)
            Optional<String> eventId,

            @Schema(description = "What was done", example = "Product Added", maxLength = 200)
            Optional<String> type,

            @Schema(
                    description = "When; now unless said, at most 5 minutes ahead and 30 days ago",
                    example = "2030-01-02T12:00:00.000Z",
                    format = "date-time",
                    maxLength = 40)
            Optional<String> occurredAt,

            @Schema(description = "The device, where nobody is signed in", example = "dev-4711", maxLength = 200)
            Optional<String> anonymousId,

            @Schema(
                    description = "More about it, 8 KiB at most",
                    example = "{\"productId\": \"prd_01m1c2jv00e8e8qfx9b2d3n401\", \"quantity\": 2}")
            Optional<Map<String, Object>> properties) {

        private static final int LONGEST_ID = 100;

        BehaviourEvent {
            // texts are checked on their way in, but not the names of properties
            if (!properties
                    .map(BehaviourEvent::json)
                    .map(UTF_8.newEncoder()::canEncode)
                    .orElse(true)) {
                throw Failure.invalid("/properties", "invalid_characters", "holds half of a surrogate pair");
            }
        }

        private static String json(Map<String, Object> properties) {
            return Json.TOLERANT.writeValueAsString(properties);
        }

        Sighting sighting() {
            var given = properties.orElse(Map.of());
            return new Sighting(eventId, type, occurredAt, anonymousId, target(given), json(given));
        }

        private static Optional<Target> target(Map<String, Object> properties) {
            return find(properties, "product", "productId", "product_id")
                    .or(() -> find(properties, "order", "orderId", "order_id"));
        }

        private static Optional<Target> find(Map<String, Object> properties, String type, String... names) {
            return Stream.of(names)
                    .flatMap(name -> Stream.ofNullable(properties.get(name)))
                    .filter(value -> value instanceof String text && !text.isBlank() && text.length() <= LONGEST_ID)
                    .findFirst()
                    .map(id -> new Target(type, id.toString()));
        }
    }

    CollectEvents {
        events = List.copyOf(events);
        if (events.isEmpty()) throw Failure.invalid("/events", "required", "must not be empty");
        if (events.size() > MOST) throw Failure.invalid("/events", "too_long", "must not be more than " + MOST);
    }

    List<Sighting> sightings() {
        return events.stream().map(BehaviourEvent::sighting).toList();
    }
}
