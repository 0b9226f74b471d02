package shop.platform.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import shop.platform.Failure;

/**
 * The query parameters a route declares: any other, or one given twice or beyond its values, is refused; so is what is too
 * long to name anything.
 */
final class Parameters {

    private static final int LONGEST = 1_000;
    private static final String ANY = "*";

    private final Map<String, List<String>> known = new HashMap<>();
    private final List<String> families;

    Parameters(Route route) {
        for (var query : route.queries()) known.put(query.name(), query.values());
        if (route.has(Route.Trait.LIST)) {
            known.put("limit", List.of());
            known.put("cursor", List.of());
        }
        families = known.keySet().stream()
                .filter(name -> name.endsWith(ANY))
                .map(name -> name.substring(0, name.length() - 1))
                .toList();
    }

    void check(Context ctx) {
        for (var segment : ctx.pathParamMap().values()) {
            if (segment.length() > Route.LONGEST_SEGMENT) throw new NotFoundResponse("nothing has so long a name");
        }
        decodable(Objects.requireNonNullElse(ctx.queryString(), ""));
        ctx.queryParamMap().forEach((name, values) -> {
            var allowed = known.get(name);
            if (allowed == null && families.stream().noneMatch(name::startsWith)) {
                throw Http.parameter(name, "is not known here");
            }
            if (values.size() > 1) throw Http.parameter(name, "is given twice");
            var value = values.getFirst();
            if (value.length() > LONGEST || value.indexOf('\0') >= 0) throw Http.parameter(name, "is not understood");
            if (allowed != null && !allowed.isEmpty() && !allowed.contains(value)) {
                throw Http.parameter(name, "must be one of " + String.join(", ", allowed));
            }
        });
    }

    /** Percent-encoded UTF-8 to the letter: what is not would be read as something else, or not at all. */
    private static void decodable(String query) {
        if (query.isEmpty()) return;
        try {
            UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(URLDecoder.decode(query, ISO_8859_1).getBytes(ISO_8859_1)));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw Failure.malformed("invalid_parameter", "the query is not percent-encoded UTF-8");
        }
    }
}
