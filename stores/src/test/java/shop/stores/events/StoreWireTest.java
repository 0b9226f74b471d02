package shop.stores.events;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.platform.testing.TestPlatform.NOON;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shop.platform.events.Event;
import shop.platform.testing.Contracts;
import shop.stores.domain.Profile;
import shop.stores.domain.Status;
import shop.stores.domain.Store;
import shop.stores.domain.StoreEvent;
import shop.stores.domain.StoreEvent.Kind;
import tools.jackson.databind.JsonNode;

/** What stores tells is what compose/contracts promises, to the last field. */
class StoreWireTest {

    @ParameterizedTest
    @EnumSource(Kind.class)
    void isAsPromised(Kind kind) {
        var promised = Contracts.sample("store." + kind.name().toLowerCase(Locale.ROOT));
        var data = promised.data();

        var event = new StoreEvent(
                kind,
                store(data),
                data.path("by").asString(),
                Optional.ofNullable(data.get("reason")).map(JsonNode::asString));
        var told = Event.about(promised.subject(), promised.sequence(), StoreWire.fact(event), NOON);

        assertThat(told).usingRecursiveComparison().ignoringFields("id").isEqualTo(promised);
    }

    private static Store store(JsonNode data) {
        var profile = new Profile(
                data.path("name").asString(),
                "Tea",
                data.path("contactEmail").asString(),
                data.path("country").asString(),
                Optional.empty(),
                Optional.empty());
        return new Store(
                data.path("storeId").asString(),
                data.path("slug").asString(),
                profile,
                data.path("currency").asString(),
                Status.valueOf(data.path("status").asString().toUpperCase(Locale.ROOT)),
                Status.DRAFT,
                data.path("ownerId").asString(),
                data.path("staffIds").valueStream().map(JsonNode::asString).toList(),
                List.of(),
                NOON,
                NOON,
                1);
    }
}
