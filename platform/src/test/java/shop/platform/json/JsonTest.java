package shop.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {

    enum Colour {
        DARK_RED,
        BLUE,
        LEVEL_2B
    }

    record Toy(Colour colour, Optional<String> owner, Instant madeAt) {}

    @Test
    void enumsAreInSnakeCaseBothWays() {
        for (var colour : Colour.values()) {
            var text = Json.STRICT.writeValueAsString(colour);
            assertThat(text).isEqualTo('"' + Json.name(colour) + '"');
            assertThat(Json.STRICT.readValue(text, Colour.class)).isEqualTo(colour);
        }
    }

    @Test
    void whatIsEmptyIsLeftOutAndTimesCarryMilliseconds() {
        var toy = new Toy(Colour.BLUE, Optional.empty(), Instant.parse("2030-01-02T12:00:00Z"));

        assertThat(Json.STRICT.writeValueAsString(toy))
                .isEqualTo("{\"colour\":\"blue\",\"madeAt\":\"2030-01-02T12:00:00.000Z\"}");
        assertThat(Json.STRICT.readValue("{\"colour\":\"blue\",\"madeAt\":\"2030-01-02T12:00:00Z\"}", Toy.class))
                .isEqualTo(toy);
        assertThat(Json.STRICT.writeValueAsString(Map.of("none", Optional.empty())))
                .isEqualTo("{\"none\":null}");
    }
}
