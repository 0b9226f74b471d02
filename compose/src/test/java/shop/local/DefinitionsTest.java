package shop.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import shop.platform.json.Json;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.TestElastic;
import shop.platform.testing.TestPlatform;
import tools.jackson.databind.JsonNode;

/** RabbitMQ is told of every queue before the first event: what it is told is what the code listens to. */
class DefinitionsTest {

    private final InMemoryBus bus = new InMemoryBus();

    @Test
    void theDefinitionsAreTheSubscriptions() throws Exception {
        var platform = TestPlatform.with(
                bus, Map.of("ELASTICSEARCH_URL", TestElastic.url(), "SMTP_URL", "smtp://127.0.0.1:1"));
        var services =
                Shop.services().stream().map(opener -> opener.open(platform)).toList();
        var listened = bus.subscriptions();
        services.forEach(service -> service.close());

        var definitions = Json.TOLERANT.readTree(Files.readString(Path.of("rabbitmq/definitions.json")));

        assertThat(bindings(definitions)).isEqualTo(sorted(listened));
        var queues = new TreeSet<String>();
        listened.keySet().forEach(queue -> queues.addAll(List.of(queue, queue + ".dead")));
        assertThat(names(definitions.path("queues"))).containsExactlyElementsOf(queues);
    }

    private static Map<String, List<String>> bindings(JsonNode definitions) {
        var found = new TreeMap<String, List<String>>();
        for (var binding : definitions.path("bindings")) {
            assertThat(binding.path("source").asString()).isEqualTo("shop.events");
            found.computeIfAbsent(binding.path("destination").asString(), any -> new ArrayList<>())
                    .add(binding.path("routing_key").asString());
        }
        return sorted(found);
    }

    private static Map<String, List<String>> sorted(Map<String, List<String>> all) {
        var sorted = new TreeMap<String, List<String>>();
        all.forEach((queue, types) -> sorted.put(queue, types.stream().sorted().toList()));
        return sorted;
    }

    private static List<String> names(JsonNode all) {
        return all.valueStream()
                .map(each -> each.path("name").asString())
                .sorted()
                .toList();
    }
}
