package shop.platform.testing;

import static shop.platform.http.Role.ADMIN;
import static shop.platform.http.Role.CUSTOMER;
import static shop.platform.http.Role.SERVICE;
import static shop.platform.http.Role.SUPPORT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import shop.platform.http.Principal;
import shop.platform.http.Role;
import shop.platform.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * A caller in a test. Against a service on its own the name is the token: ann, bob and cat are people, sue supports, root
 * administers, "service" is a sibling, "" a stranger. Against real auth it is an access token. Whatever is answered has to
 * be what the documents behind that port promise.
 */
public record Client(int port, String name) {

    /** An answer, ready to be looked at. */
    public record Reply(int status, HttpHeaders headers, JsonNode body) {

        public String text(String field) {
            return body.path(field).asString();
        }

        public JsonNode error() {
            return body.path("errors").path(0);
        }

        public String header(String field) {
            return headers.firstValue(field).orElse("");
        }
    }

    private static volatile HttpClient http = HttpClient.newHttpClient();
    private static final boolean HELD = !Boolean.getBoolean("bench"); // what is measured is not judged

    private static final Map<String, Principal> PEOPLE = Map.of(
            "ann", person("ann", CUSTOMER),
            "bob", person("bob", CUSTOMER),
            "cat", person("cat", CUSTOMER),
            "sue", person("sue", CUSTOMER, SUPPORT),
            "root", person("root", CUSTOMER, ADMIN),
            "service", new Principal("service", "", "", false, Set.of(SERVICE)));

    private static Principal person(String name, Role... roles) {
        return new Principal(name, name, "ses_" + name, true, Set.of(roles));
    }

    /** What all callers call with until they hang up. */
    public static HttpClient http() {
        return http;
    }

    /** All callers hang up, so that a server that stops need not wait and see whether they ask once more. */
    public static void hangUp() {
        var before = http;
        http = HttpClient.newHttpClient();
        before.shutdownNow();
    }

    public static Optional<Principal> verify(String token) {
        return Optional.ofNullable(PEOPLE.get(token));
    }

    public Reply get(String path) {
        return send("GET", path, "");
    }

    public Reply post(String path, String json, String... headers) {
        return send("POST", path, json, headers);
    }

    public Reply put(String path, String json, String... headers) {
        return send("PUT", path, json, headers);
    }

    public Reply patch(String path, String json, String... headers) {
        return send("PATCH", path, json, headers);
    }

    public Reply delete(String path, String... headers) {
        return send("DELETE", path, "", headers);
    }

    public Reply send(String method, String path, String json, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json));
        if (!name.isEmpty()) request.header("Authorization", "Bearer " + name);
        for (int i = 0; i < headers.length; i += 2) request.setHeader(headers[i], headers[i + 1]);
        try {
            var response = http().send(request.build(), BodyHandlers.ofString());
            var reply = new Reply(response.statusCode(), response.headers(), json(response.headers(), response.body()));
            if (HELD) Promises.hold(port, method, path, reply);
            return reply;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is no JSON (a page, metrics, nothing) is a text. */
    public static JsonNode json(HttpHeaders headers, String body) {
        var type = headers.firstValue("Content-Type").orElse("");
        return type.contains("json") && !type.contains("ndjson")
                ? Json.TOLERANT.readTree(body)
                : StringNode.valueOf(body);
    }
}
