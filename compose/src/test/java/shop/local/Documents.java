package shop.local;

import java.util.LinkedHashMap;
import java.util.Map;
import shop.platform.app.Server;
import shop.platform.testing.Client;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.TestPlatform;
import tools.jackson.databind.JsonNode;

/** The nine OpenAPI documents, as the services answer them: asked of services without siblings, broker and search. */
final class Documents {

    /** Where the documents say the shop is. */
    static final String ADDRESS = "https://shop.test";

    private Documents() {}

    /** All of them, by the names of their services. */
    static Map<String, JsonNode> published() {
        try (var server = Server.start(
                TestPlatform.with(new InMemoryBus(), Map.of("PUBLIC_URL", ADDRESS, "ARGON2_MEMORY", "256")),
                0,
                Shop.services())) {
            return of(new Client(server.port(), ""));
        }
    }

    /** All of them, as a running shop answers them. */
    static Map<String, JsonNode> of(Client stranger) {
        var documents = new LinkedHashMap<String, JsonNode>();
        for (var name : Local.NAMES) {
            var reply = stranger.get("/openapi/" + name + ".json");
            if (reply.status() != 200) throw new IllegalStateException(name + " has no document");
            documents.put(name, reply.body());
        }
        return documents;
    }
}
