package shop.platform.http;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The query parameters a route declares: any other, or one given twice or beyond its values, is refused. */
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
}
