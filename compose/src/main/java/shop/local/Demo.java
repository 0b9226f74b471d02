package shop.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.platform.json.Json;
import tools.jackson.databind.JsonNode;

/** Fills an empty shop with a store and some products, the way any seller would: over HTTP. */
final class Demo {

    static final String SELLER = "seller@shop.local";
    static final String PASSWORD = "a demo shop for everyone";

    /** What came of it. */
    record Result(String summary) {}

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final int POLLS = 300;
    private static final Set<String> ENDED = Set.of("completed", "failed");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String here;

    Demo(String here) {
        this.here = here;
    }

    /** Does nothing when the store is there already. */
    Result fill() {
        try {
            if (send("GET", "/stores/demo-house", "", "", "").statusCode() == 200) {
                return new Result("kept from the last start; its seller is " + SELLER + " / " + PASSWORD);
            }
            var token = signIn();
            var store = json(send("POST", "/stores", token, "application/json", store()), 201)
                    .path("id")
                    .asString();
            json(send("POST", "/stores/" + store + "/publish", token, "application/json", "{}"), 200);
            var job = json(
                    send("POST", "/products/import?storeId=" + store, token, "application/x-ndjson", catalogue()), 202);
            var done = awaitImport(job.path("id").asString(), token);
            return new Result("%d products in %s/stores/demo-house; its seller is %s / %s"
                    .formatted(done.path("created").asInt(), here, SELLER, PASSWORD));
        } catch (IOException | IllegalStateException e) {
            LOG.warn("the shop runs without its demo catalogue", e);
            return new Result("missing: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result("interrupted");
        }
    }

    private String signIn() throws IOException, InterruptedException {
        var credentials = Map.of("email", SELLER, "password", PASSWORD);
        var registration = Map.of("email", SELLER, "password", PASSWORD, "displayName", "Demo seller");
        var registered =
                send("POST", "/auth/register", "", "application/json", Json.TOLERANT.writeValueAsString(registration));
        var signedIn = registered.statusCode() == 409
                ? json(
                        send(
                                "POST",
                                "/auth/login",
                                "",
                                "application/json",
                                Json.TOLERANT.writeValueAsString(credentials)),
                        200)
                : json(registered, 201);
        return signedIn.path("accessToken").asString();
    }

    private static String store() {
        return """
                {"name": "Demo House", "slug": "demo-house", "description": "Tea, things to drink it from, and things to read with it.",
                 "contactEmail": "%s", "currency": "EUR", "country": "DE"}""".formatted(SELLER);
    }

    private static String catalogue() throws IOException {
        try (var file = requireNonNull(Demo.class.getResourceAsStream("/demo/catalogue.ndjson"))) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }

    private JsonNode awaitImport(String id, String token) throws IOException, InterruptedException {
        for (int poll = 0; poll < POLLS; poll++) {
            var job = json(send("GET", "/products/imports/" + id, token, "", ""), 200);
            if (ENDED.contains(job.path("status").asString())) return job;
            Thread.sleep(100);
        }
        LOG.warn("the demo catalogue is still being imported");
        return Json.TOLERANT.createObjectNode();
    }

    private static JsonNode json(HttpResponse<String> response, int wanted) {
        if (response.statusCode() != wanted) {
            throw new IllegalStateException("the demo catalogue was refused: " + response.body());
        }
        return Json.TOLERANT.readTree(response.body());
    }

    private HttpResponse<String> send(String method, String path, String token, String type, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(here + path)).method(method, BodyPublishers.ofString(body));
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        if (!type.isEmpty()) request.header("Content-Type", type);
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
