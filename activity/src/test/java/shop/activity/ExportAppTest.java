package shop.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.platform.app.Server;
import shop.platform.json.Json;
import shop.platform.testing.Client;
import shop.platform.testing.Contracts;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.TestPlatform;

/** The log to take away. */
class ExportAppTest {

    private static final String ANN = "usr_01m1c2jv00e8e8qfx9b2d3n401";

    private final InMemoryBus bus = new InMemoryBus();
    private final Server server = Server.start(TestPlatform.with(bus, Map.of()), 0, List.of(ActivityApp::open));
    private final Client sue = new Client(server.port(), "sue");
    private final Client service = new Client(server.port(), "service");

    @BeforeEach
    void fill() {
        bus.publish(List.of(Contracts.sample("user.logged_in"), Contracts.sample("order.placed")));
        new Client(server.port(), "ann").post("/activity", """
                {"events": [{"eventId": "e1", "type": "=1+1", "properties": {"text": "a, \\"b\\""}}]}""");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void ndjsonHasARecordALine() {
        var reply = raw("/activity/export");

        assertThat(reply.headers().firstValue("Content-Type").orElse("")).startsWith("application/x-ndjson");
        var records = sue.get("/activity?limit=100").body().path("items");
        assertThat(reply.body().lines().map(Json.TOLERANT::readTree)).hasSize(3).containsExactlyElementsOf(records);
    }

    @Test
    void filtersHoldForExportsToo() {
        assertThat(text("/activity/export?class=behaviour").lines()).hasSize(1);
        assertThat(text("/activity/export?actor=" + ANN).lines()).hasSize(2);
        assertThat(text("/activity/export?type=nothing")).isEmpty();
    }

    @Test
    void csvIsQuotedAndHarmless() {
        var reply = sue.get("/activity/export?format=csv&class=behaviour");

        assertThat(reply.header("Content-Type")).startsWith("text/csv");
        var lines = reply.body().asString().split("\r\n");
        assertThat(lines).hasSize(2);
        assertThat(lines[0]).startsWith("id,class,type,actorKind,actorId");
        assertThat(lines[1])
                .contains(",behaviour,'=1+1,user,ann,,,,")
                .contains(",\"{\"\"text\"\":\"\"a, \\\"\"b\\\"\"\"\"}\",")
                .contains(",2030-01-02T12:00:00.000Z,");
    }

    @Test
    void onlySupportMayExport() {
        assertThat(new Client(server.port(), "ann").get("/activity/export").status())
                .isEqualTo(403);
        assertThat(sue.get("/activity/export?format=xml").text("code")).isEqualTo("invalid_parameter");
    }

    @Test
    void aPersonsDataIsOneObject() {
        var export = service.get("/activity/export/" + ANN).body();

        assertThat(export.path("userId").asString()).isEqualTo(ANN);
        assertThat(export.path("records")
                        .valueStream()
                        .map(each -> each.path("type").asString()))
                .containsExactlyInAnyOrder("user.logged_in", "order.placed");
        assertThat(sue.get("/activity/export/" + ANN).status()).isEqualTo(403);
    }

    private String text(String path) {
        return raw(path).body();
    }

    private HttpResponse<String> raw(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Authorization", "Bearer sue")
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
