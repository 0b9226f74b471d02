package shop.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * All codes of problems: as the documents promise them, as the sources name them, and as the page for clients explains
 * them. The explanations are written by hand in the page; whatever else stands there is made here.
 */
final class Codes {

    private static final Path PAGE = Path.of("..", "docs", "codes.md");
    private static final String CODE = "\"([a-z]+(?:_[a-z]+)*)\"";
    private static final Map<String, String> STATUSES = Map.of(
            "MALFORMED",
            "400",
            "UNAUTHENTICATED",
            "401",
            "PAYMENT_REQUIRED",
            "402",
            "FORBIDDEN",
            "403",
            "NOT_FOUND",
            "404",
            "CONFLICT",
            "409",
            "STALE",
            "412",
            "INVALID",
            "422",
            "TOO_MANY",
            "429",
            "UNAVAILABLE",
            "503");

    /** What is known of a code. */
    private record Use(Set<String> statuses, Set<String> services) {}

    private final Map<String, Use> uses = new TreeMap<>();

    private void add(String code, String status, String service) {
        var use = uses.computeIfAbsent(code, any -> new Use(new TreeSet<>(), new TreeSet<>()));
        use.statuses().add(status);
        use.services().add(service);
    }

    /** Takes the codes that an OpenAPI document promises. */
    void promised(String service, JsonNode document) {
        for (var path : document.path("paths")) {
            for (var operation : path) {
                for (var response : operation.path("responses").properties()) {
                    if (!response.getValue().path("content").has("application/problem+json")) continue;
                    var description = response.getValue().path("description").asString();
                    each("`([a-z_]+)`", description, match -> add(match.group(1), response.getKey(), service));
                }
            }
        }
    }

    /** Takes the codes that a service's sources, or the platform's, name. */
    void named(String module) {
        var service = module.equals("platform") ? "all" : module;
        for (var text : sources(Path.of("..", module, "src", "main", "java"))) {
            each(
                    "\\binvalid\\(\\s*(?:\"[^\"]*\"|[^\",;{])+,\\s*" + CODE,
                    text,
                    match -> add(match.group(1), "422", service));
            each("\\bconflict\\(\\s*" + CODE, text, match -> add(match.group(1), "409", service));
            each("\\bmalformed\\(\\s*" + CODE, text, match -> add(match.group(1), "400", service));
            each("\\bnotFound\\(\\s*" + CODE, text, match -> add(match.group(1) + "_not_found", "404", service));
            each("\\bcase (\\d{3}) -> " + CODE, text, match -> add(match.group(2), match.group(1), service));
            each("\\b500 \\? " + CODE, text, match -> add(match.group(1), "400", service));
            each("\\bof\\(\\s*(?:Failure\\.)?(?:Kind\\.)?([A-Z_]+),\\s*" + CODE, text, match -> {
                var status = STATUSES.get(match.group(1));
                if (status != null) add(match.group(2), status, service);
            });
        }
    }

    /** Takes the codes of single problems; they stand in a 422 where no document says otherwise. */
    void inErrors(String module) {
        for (var text : sources(Path.of("..", module, "src", "main", "java"))) {
            each("\\bnew (?:Failure\\.)?Problem\\([^;]*?,\\s*" + CODE + "\\s*,", text, match -> {
                if (!uses.containsKey(match.group(1))) add(match.group(1), "422", module);
            });
        }
    }

    private static List<String> sources(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Codes::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void each(String pattern, String text, Consumer<MatchResult> found) {
        Pattern.compile(pattern).matcher(text).results().forEach(found);
    }

    /** The page as it stands. */
    static String page() {
        return read(PAGE);
    }

    /** The page as it should stand, with the explanations of the page that stands. */
    String rendered() {
        var meanings = new TreeMap<String, String>();
        each(
                "\\| `([a-z_]+)` \\|[^|]*\\|[^|]*\\| (.*) \\|",
                page(),
                match -> meanings.put(match.group(1), match.group(2)));
        var rows = uses.entrySet().stream()
                .map(each -> "| `%s` | %s | %s | %s |\n"
                        .formatted(
                                each.getKey(),
                                String.join(", ", each.getValue().statuses()),
                                services(each.getValue().services()),
                                meanings.getOrDefault(each.getKey(), "TO BE EXPLAINED")))
                .collect(Collectors.joining());
        return """
                # The codes of problems

                Every refusal is `application/problem+json` (RFC 9457) with a `code` for programs. Codes are stable: they are added, never
                renamed. In `errors[]` each problem of a body has its own; the `code` of the whole is that of the first. The statuses are those of the
                whole. A test holds this page against the code and the OpenAPI documents of all services; `-Dcodes=write` makes that
                test write it, and then only the meanings are left to be written by hand.

                | code | status | services | meaning |
                |---|---|---|---|
                """ + rows;
    }

    private static String services(Set<String> some) {
        return some.contains("all") || some.size() == Local.NAMES.size() ? "all" : String.join(", ", some);
    }

    /** Writes the page anew, when whoever runs the tests asks for it. */
    void writeWhenAsked() {
        if (!"write".equals(System.getProperty("codes"))) return;
        try {
            Files.writeString(PAGE, rendered());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
