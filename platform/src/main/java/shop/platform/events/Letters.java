package shop.platform.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rabbitmq.client.GetResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import shop.platform.events.DeadLetters.DeadLetter;
import shop.platform.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** How a message in a queue of the dead reads, whoever put it there. */
final class Letters {

    private Letters() {}

    static String id(GetResponse letter) {
        return Graveyard.id(letter.getProps(), letter.getBody());
    }

    static DeadLetter read(String queue, GetResponse letter) {
        var headers = Graveyard.headers(letter.getProps());
        var others = new TreeMap<String, String>();
        ofItsLife(letter).forEach((name, value) -> others.put(name, Objects.toString(value, "")));
        return new DeadLetter(
                id(letter),
                queue,
                Objects.toString(headers.get(Graveyard.REASON), ""),
                Objects.toString(headers.get(Graveyard.STACK_HASH), ""),
                time(Objects.toString(headers.get(Graveyard.DIED_AT), "")),
                others,
                event(letter));
    }

    /** The headers it came with, without those that tell of its death. */
    static Map<String, Object> ofItsLife(GetResponse letter) {
        var headers = Graveyard.headers(letter.getProps());
        headers.remove(Graveyard.REASON);
        headers.remove(Graveyard.STACK_HASH);
        headers.remove(Graveyard.DIED_AT);
        return headers;
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private static JsonNode event(GetResponse letter) {
        try {
            return Json.TOLERANT.readTree(letter.getBody());
        } catch (JacksonException e) {
            return StringNode.valueOf(new String(letter.getBody(), UTF_8));
        }
    }
}
