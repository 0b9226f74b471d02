package shop.local;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import shop.platform.json.Json;
import shop.platform.testing.Client;
import shop.platform.testing.Promises;
import tools.jackson.databind.JsonNode;

/** Sends the operations of one document whatever could hurt, and looks at what comes back. */
final class Fuzz {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int FAULTS = 40;
    private static final int SIGNED_OUT = 401;
    private static final Pattern IN_PATH = Pattern.compile("([^/]*)/\\{([^}]+)}");

    /** What only the inside of a service could have said. */
    private static final Pattern INSIDE = Pattern.compile(
            "\\bat [a-z]+(\\.[A-Za-z]\\w*)+\\(|\\w(Exception|Error)\\b|\\b(java|javax|jakarta|com|org|io|tools)\\.[a-z]+\\.\\w+"
                    + "|\\bshop\\.[a-z]+\\.[A-Za-z]|E11000|MongoDB server|for development only");

    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("users", "usr"),
            Map.entry("sessions", "ses"),
            Map.entry("addresses", "adr"),
            Map.entry("stores", "sto"),
            Map.entry("staff", "usr"),
            Map.entry("products", "prd"),
            Map.entry("items", "prd"),
            Map.entry("imports", "imp"),
            Map.entry("reservations", "ord"),
            Map.entry("orders", "ord"),
            Map.entry("reviews", "rev"),
            Map.entry("emails", "eml"),
            Map.entry("notifications", "ntf"),
            Map.entry("devices", "dev"));

    static final String HEAD = "%n%-14s %8s %8s %8s %8s %8s %8s %8s%n"
            .formatted("service", "requests", "2xx/3xx", "4xx", "401", "429", "503", "5xx");

    private record Operation(String method, String path, JsonNode document) {}

    private final int port;
    private final RandomGenerator random;
    private final BiPredicate<String, String> wouldEnd;
    private final Consumer<String> signedOut;
    private final Noise noise;
    private final List<Operation> operations = new ArrayList<>();
    private final TreeMap<Integer, Integer> statuses = new TreeMap<>();
    private final Map<String, String> faults = new LinkedHashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();

    /**
     * Makes requests for the operations of a document.
     *
     * @param wouldEnd whether a request ("PUT /users/1/roles") with a token would end who sends them
     * @param signedOut hears of a token that was refused
     */
    Fuzz(int port, JsonNode document, Noise noise, BiPredicate<String, String> wouldEnd, Consumer<String> signedOut) {
        this.wouldEnd = wouldEnd;
        this.signedOut = signedOut;
        this.port = port;
        this.random = noise.random();
        this.noise = noise;
        document.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) ->
                        operations.add(new Operation(method.toUpperCase(Locale.ROOT), path, operation))));
    }

    /** Sends one more request, to each operation in turn. */
    void request(int number, Supplier<String> token) {
        var operation = operations.get(number % operations.size());
        String caller;
        String url;
        do {
            caller = token.get();
            url = url(operation);
        } while (wouldEnd.test(operation.method() + " " + url, caller));
        var body = body(operation);
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + url))
                .timeout(PATIENCE)
                .method(operation.method(), BodyPublishers.ofByteArray(body));
        if (!caller.isEmpty()) request.setHeader("Authorization", "Bearer " + caller);
        headers(operation).forEach(request::setHeader);
        // everybody fails to sign in from somewhere else, or soon nobody could
        request.setHeader("X-Forwarded-For", "10.1.%d.%d".formatted(random.nextInt(256), random.nextInt(256)));
        if (judge(operation, request.build(), body) == SIGNED_OUT) signedOut.accept(caller);
    }

    private int judge(Operation operation, HttpRequest request, byte[] body) {
        var name = operation.method() + " " + operation.path();
        var sent = request.method() + " " + request.uri() + " " + shortened(new String(body, StandardCharsets.UTF_8));
        try {
            var response = send(request);
            var answer = text(operation, response);
            statuses.merge(response.statusCode(), 1, Integer::sum);
            noise.learn(answer);
            if (!isAllowed(response, answer))
                fault(name + " " + response.statusCode(), sent + " -> " + shortened(answer));
            var leak = INSIDE.matcher(answer);
            if (leak.find()) fault(name + " says " + leak.group(), sent + " -> " + shortened(answer));
            var reply = new Client.Reply(
                    response.statusCode(), response.headers(), Client.json(response.headers(), answer));
            Promises.faults(port, operation.method(), request.uri().getRawPath(), reply)
                    .forEach(broken -> fault(broken, sent + " -> " + shortened(answer)));
            return answer.contains("\"unauthenticated\"") ? response.statusCode() : 0;
        } catch (IOException e) {
            fault(name + " " + e.getClass().getSimpleName(), sent + " -> " + e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return 0;
    }

    /** Once more where the server was just closing the kept connection that the client chose. */
    private HttpResponse<InputStream> send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofInputStream());
        } catch (HttpTimeoutException slow) {
            throw slow;
        } catch (IOException closed) {
            return http.send(request, BodyHandlers.ofInputStream());
        }
    }

    /** A stream is not read to its end: it has none. */
    private static String text(Operation operation, HttpResponse<InputStream> response) throws IOException {
        try (var stream = response.body()) {
            var endless =
                    response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
            return endless ? operation.path() : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** 503 is an answer of somebody who says what is away and when to come back; every other 5xx is a bug. */
    private static boolean isAllowed(HttpResponse<?> response, String answer) {
        if (response.statusCode() < 500) return true;
        if (response.statusCode() != 503) return false;
        var code = Json.TOLERANT.readTree(answer).path("code").asString("");
        return (response.headers().firstValue("Retry-After").isPresent() && !code.isEmpty())
                || code.equals("firebase_not_configured");
    }

    private String url(Operation operation) {
        var path = IN_PATH.matcher(operation.path())
                .replaceAll(found -> found.group(1) + "/" + encoded(segment(found.group(1))));
        var query = new StringBuilder();
        for (var parameter : operation.document().path("parameters")) {
            if (!parameter.path("in").asString().equals("query") || noise.chance(60)) continue;
            var name = parameter.path("name").asString().replace("*", "colour");
            var value = noise.chance(25)
                    ? noise.hostile()
                    : noise.value(parameter.path("schema"), 1).asString();
            query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(encoded(value));
        }
        if (noise.chance(2)) query.append(query.isEmpty() ? '?' : '&').append("undeclared=1");
        return path + query;
    }

    private String segment(String before) {
        var prefix = PREFIXES.get(before);
        if (noise.chance(75) && prefix != null) return noise.id(prefix);
        if (noise.chance(60)) return noise.chance(50) ? noise.anyId() : noise.pick(List.of("1", "2", "tea", "TEA-1"));
        var hostile = noise.hostile();
        return hostile.isEmpty() || hostile.length() > 1_000 ? "x" : hostile;
    }

    /** Half a character can't be written in UTF-8: a question mark stands for it. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private byte[] body(Operation operation) {
        var content = operation.document().at("/requestBody/content");
        if (content.isEmpty()) return noise.chance(95) ? new byte[0] : noise.body(content);
        return noise.body(content.path(firstName(content)).path("schema"));
    }

    private Map<String, String> headers(Operation operation) {
        var headers = new LinkedHashMap<String, String>();
        var content = operation.document().at("/requestBody/content");
        if (!content.isEmpty()) headers.put("Content-Type", firstName(content));
        if (noise.chance(3)) {
            headers.put(
                    "Content-Type",
                    noise.pick(List.of("application/json; charset=utf-16", "text/xml", "APPLICATION/JSON", ";")));
        }
        if (noise.chance(3)) headers.put("Accept", noise.pick(List.of("image/png", "*/*;q=0", "text/*", ",")));
        if (noise.chance(85)) {
            headers.put("Idempotency-Key", noise.chance(95) ? "fuzz-" + random.nextLong() : "fuzz");
        }
        if (noise.chance(80)) {
            headers.put(
                    "If-Match", noise.pick(List.of("\"1\"", "\"1\"", "\"2\"", "*", "W/\"1\"", "1", "\"99999999999\"")));
        }
        if (noise.chance(5)) headers.put("If-None-Match", noise.pick(List.of("*", "\"1\"", "W/\"", ",,,")));
        if (noise.chance(5)) headers.put("traceparent", noise.pick(List.of("00-0-0-0", "zz", "00-" + "f".repeat(300))));
        if (noise.chance(5)) headers.put("X-Request-Id", noise.pick(List.of("x".repeat(500), "<b>", "ok-1")));
        if (noise.chance(5)) headers.put("Last-Event-ID", noise.pick(List.of("-1", "x", "9223372036854775808")));
        return headers;
    }

    private static String firstName(JsonNode content) {
        return content.propertyNames().iterator().next();
    }

    private static String shortened(String text) {
        var line = text.replaceAll("\\s+", " ");
        return line.length() <= 400 ? line : line.substring(0, 400) + "…";
    }

    private void fault(String kind, String sent) {
        if (faults.size() < FAULTS) faults.putIfAbsent(kind, sent);
    }

    /** A row of how the requests were answered: all, then by kind; 401, 429 and 503 are counted apart. */
    String row(String service) {
        return "%-14s %8d %8d %8d %8d %8d %8d %8d%n"
                .formatted(
                        service,
                        count(0, 600),
                        count(200, 400),
                        count(400, 500) - count(401, 402) - count(429, 430),
                        count(401, 402),
                        count(429, 430),
                        count(503, 504),
                        count(500, 600) - count(503, 504));
    }

    private int count(int from, int to) {
        return statuses.subMap(from, to).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** One example of each thing that went wrong. */
    Map<String, String> faults() {
        return faults;
    }
}
