package shop.products;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.products.Shop.STORE;
import static shop.products.Shop.items;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files as they really come: from other editors, other systems, twice, or broken. */
class ImportFilesTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";
    private static final String HEADER = "sku,title,price,currency,onHand\n";

    private final Shop shop = new Shop();

    @AfterEach
    void stop() {
        shop.close();
    }

    private static String line(String sku, String title) {
        return "{\"sku\": \"%s\", \"title\": \"%s\", \"price\": {\"amount\": 1, \"currency\": \"EUR\"}, \"onHand\": 2}\n"
                .formatted(sku, title);
    }

    private String send(int port, String type, byte[] file) {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/products/import?storeId=" + STORE))
                .header("Content-Type", type)
                .header("Authorization", "Bearer ann")
                .POST(BodyPublishers.ofByteArray(file))
                .build();
        try {
            var taken = HTTP.send(request, BodyHandlers.ofString());
            assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
            return taken.headers().firstValue("Location").orElseThrow();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode done(String job) {
        await().atMost(Duration.ofMinutes(3))
                .until(() -> List.of("completed", "failed")
                        .contains(shop.as("ann").get(job).text("status")));
        return shop.as("ann").get(job).body();
    }

    private JsonNode imported(String type, String file, Charset charset) {
        return done(send(shop.server.port(), type, file.getBytes(charset)));
    }

    private static List<String> errors(JsonNode job) {
        return job.path("errors")
                .valueStream()
                .map(error -> error.path("line") + " " + error.path("pointer").asString() + " "
                        + error.path("code").asString())
                .toList();
    }

    private List<String> titles() {
        return items(shop.as("").get("/products?sort=title")).stream()
                .map(item -> item.path("title").asString())
                .toList();
    }

    @Test
    void marksAndLineEndsOfOtherSystemsAreNoMatter() {
        var lines = "\ufeff" + line("A", "Thé").replace("\n", "\r\n") + "\r\n"
                + line("B", "Tea").replace("\n", "\r\n");
        assertThat(imported(NDJSON, lines, UTF_8).path("created").asInt()).isEqualTo(2);

        var table = "\ufeff" + HEADER + "C,\"Tea, \"\"green\"\"\",1,EUR,2\nD,x,1,EUR,2";
        assertThat(imported(CSV, table.replace("\n", "\r\n"), UTF_8)
                        .path("created")
                        .asInt())
                .isEqualTo(2);
        assertThat(titles()).containsExactly("Tea", "Tea, \"green\"", "Thé", "x");
    }

    @Test
    void bytesThatAreNoTextAreRefusedWhereTheyStand() {
        var lines = imported(NDJSON, line("A", "Thé") + line("B", "Tea") + line("C", "\\u0000"), ISO_8859_1);
        assertThat(lines.path("created").asInt()).isEqualTo(1);
        assertThat(errors(lines)).containsExactly("1  malformed_json", "3 /title invalid_characters");

        var table = imported(CSV, HEADER + "D,Thé,1,EUR,2\nE,Tea,1,EUR,2\nF,\0,1,EUR,2\n", ISO_8859_1);
        assertThat(table.path("created").asInt()).isEqualTo(1);
        assertThat(errors(table)).containsExactly("2 /title invalid_characters", "4 /title invalid_characters");
    }

    @Test
    void aLineWithoutAnEndDoesNotHoldUpTheNext() {
        var job = imported(NDJSON, line("A", "x".repeat(1 << 20)) + line("B", "Tea"), UTF_8);

        assertThat(errors(job)).containsExactly("1  too_long");
        assertThat(titles()).containsExactly("Tea");
    }

    @Test
    void theLastLineOfAFileCounts() {
        var job = imported(NDJSON, line("A", "Tea") + line("A", "Green tea") + line("A", "Black tea"), UTF_8);

        assertThat(job.path("created").asInt()).isEqualTo(1);
        assertThat(job.path("updated").asInt()).isEqualTo(2);
        assertThat(titles()).containsExactly("Black tea");
    }

    @Test
    void twoFilesOfTheSameProductsAtOnceMakeEachOnce() {
        try (var other = shop.another()) {
            var file = IntStream.range(0, 100)
                    .mapToObj(i -> line("S-" + i, "Tea " + i))
                    .collect(Collectors.joining())
                    .getBytes(UTF_8);

            var here = send(shop.server.port(), NDJSON, file);
            var there = send(other.port(), NDJSON, file);

            var one = done(here);
            var two = done(there);
            assertThat(one.path("created").asInt() + two.path("created").asInt())
                    .isEqualTo(100);
            assertThat(one.path("updated").asInt() + two.path("updated").asInt())
                    .isEqualTo(100);
            assertThat(items(shop.as("").get("/products?limit=100"))).hasSize(100);
        }
    }

    @Test
    void filesOfAStoreComeInTheirOrder() {
        var many = line("B", "x").repeat(50);
        var first = send(shop.server.port(), NDJSON, (many + line("A", "Old")).getBytes(UTF_8));
        var second = send(shop.server.port(), NDJSON, line("A", "New").getBytes(UTF_8));

        assertThat(done(second).path("updated").asInt()).isEqualTo(1);
        assertThat(done(first).path("failed").asInt()).isZero();
        assertThat(titles()).containsExactly("New", "x");
    }

    @Test
    void linesAreCountedAndNamedHoweverManyAreTakenAtOnce() {
        var file = new StringBuilder(HEADER);
        for (int i = 0; i < 450; i++)
            file.append("S-%d,Tea %d,1,%s,%d\n".formatted(i % 430, i, i == 210 ? "USD" : "EUR", i % 3));
        file.append("broken,\"row");

        var job = imported(CSV, file.toString(), UTF_8);

        assertThat(job.path("created").asInt()).isEqualTo(429);
        assertThat(job.path("updated").asInt()).isEqualTo(20);
        assertThat(job.path("failed").asInt()).isEqualTo(1);
        assertThat(errors(job)).containsExactly("212 /price/currency currency_mismatch", "452  malformed_csv");
        var late = items(shop.as("").get("/products?sort=title&limit=100"));
        assertThat(late).noneMatch(item -> item.path("title").asString().equals("Tea 5"));
    }

    @Test
    void everyProductOfAFileTellsOfItselfAndEveryUnitIsInTheLedger() {
        var file =
                IntStream.range(0, 30).mapToObj(i -> line("S-" + i, "Tea " + i)).collect(Collectors.joining());

        imported(NDJSON, file + line("S-3", "Tea 3"), UTF_8);

        await().untilAsserted(() -> {
            assertThat(shop.heard)
                    .filteredOn(event -> event.type().equals("product.created"))
                    .hasSize(30);
            assertThat(shop.heard)
                    .filteredOn(event -> event.type().equals("stock.adjusted"))
                    .hasSize(30);
        });
        for (var item : items(shop.as("").get("/products?limit=100"))) {
            assertThat(item.at("/variants/0/available").asInt()).isEqualTo(2);
            var moved = shop.movements("/products/" + item.path("id").asString());
            assertThat(moved)
                    .singleElement()
                    .satisfies(entry ->
                            assertThat(entry.path("onHandAfter").asInt()).isEqualTo(2));
        }
    }

    @Test
    void twoVariantsOfOneProductInAFileAreBothChanged() {
        var path = shop.as("ann").post("/products", """
                {"storeId": "%s", "title": "Tea", "variants": [
                 {"sku": "L", "options": {"size": "L"}, "price": {"amount": 9, "currency": "EUR"}},
                 {"sku": "S", "options": {"size": "S"}, "price": {"amount": 9, "currency": "EUR"}}]}""".formatted(STORE)).header("Location");

        var job = imported(NDJSON, line("L", "Tea") + line("S", "Tea") + line("N", "New"), UTF_8);

        assertThat(job.path("updated").asInt()).isEqualTo(2);
        assertThat(job.path("created").asInt()).isEqualTo(1);
        assertThat(shop.as("")
                        .get(path)
                        .body()
                        .path("variants")
                        .valueStream()
                        .map(each -> each.at("/price/amount") + " " + each.path("available")))
                .containsExactly("1 2", "1 2");
    }
}
