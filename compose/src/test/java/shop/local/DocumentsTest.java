package shop.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The nine OpenAPI documents say all there is to say; they are left in target/openapi, for the lint and the clients. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentsTest {

    private static final Path FOLDER = Path.of("target/openapi");

    private Map<String, JsonNode> documents = Map.of();

    @BeforeAll
    void write() throws IOException {
        documents = Documents.published();
        Files.createDirectories(FOLDER);
        for (var document : documents.entrySet()) {
            Files.writeString(
                    FOLDER.resolve(document.getKey() + ".json"),
                    document.getValue().toPrettyString());
        }
    }

    @Test
    void theySayEverything() {
        var soft = new SoftAssertions();
        documents.forEach((name, document) ->
                soft.assertThat(Completeness.gaps(document)).as(name).isEmpty());
        soft.assertAll();
    }

    @Test
    void operationsHaveNamesOfTheirOwn() {
        var names = documents.values().stream()
                .flatMap(document -> document.path("paths").valueStream())
                .flatMap(JsonNode::valueStream)
                .map(operation -> operation.path("operationId").asString())
                .toList();
        assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(120);
    }

    @Test
    void whatIsLeftOutIsMissed() {
        var document = Objects.requireNonNull(documents.get("orders")).deepCopy();
        var place = (ObjectNode) document.at("/paths/~1orders/post");
        place.remove("summary");
        ((ObjectNode) place.path("responses")).remove("409");
        ((ObjectNode) place.at("/responses/201/content/application~1json")).remove("example");
        ((ObjectNode) document.at("/components/schemas/Money/properties/currency")).remove("maxLength");
        assertThat(Completeness.gaps(document))
                .containsExactlyInAnyOrder(
                        "post /orders has no summary",
                        "post /orders does not say when it answers 409",
                        "post /orders 201 application/json has no example",
                        "schema Money.currency has no maxLength");
    }
}
