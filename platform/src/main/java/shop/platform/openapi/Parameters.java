package shop.platform.openapi;

import io.javalin.http.HandlerType;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import shop.platform.http.Route;
import shop.platform.http.Route.Trait;

/** What a route takes beside its body: in the path, the query and the headers. */
final class Parameters {

    private static final Pattern IN_PATH = Pattern.compile("\\{([^}]+)}");

    private Parameters() {}

    static List<Parameter> of(Route route) {
        var all = new ArrayList<Parameter>();
        IN_PATH.matcher(route.path())
                .results()
                .forEach(found -> all.add(new PathParameter()
                        .name(found.group(1))
                        .description("Which of " + route.path().substring(0, found.start() - 1))
                        .schema(text(Route.LONGEST_SEGMENT).minLength(1))));
        route.queries().forEach(query -> all.add(query(query)));
        if (route.has(Trait.LIST)) all.addAll(paging());
        all.addAll(headers(route));
        all.forEach(parameter -> Bounds.complete(parameter.getSchema()));
        return all;
    }

    private static Parameter query(Route.Query query) {
        return new QueryParameter()
                .name(query.name())
                .description(query.description())
                .schema(schema(query));
    }

    private static Schema<?> schema(Route.Query query) {
        if (query.type() == Integer.class)
            return new IntegerSchema().minimum(BigDecimal.ZERO).maximum(new BigDecimal(Integer.MAX_VALUE));
        if (query.type() == Long.class) return new IntegerSchema().format("int64");
        if (query.type() == Boolean.class) return new BooleanSchema();
        if (query.type() == Instant.class) return new DateTimeSchema();
        var text = text(1_000);
        query.values().forEach(text::addEnumItem);
        return text;
    }

    private static List<Parameter> paging() {
        var limit = new IntegerSchema().minimum(BigDecimal.ONE).maximum(new BigDecimal(100));
        limit.setDefault(20);
        return List.of(
                new QueryParameter()
                        .name("limit")
                        .description("How many at most")
                        .schema(limit),
                new QueryParameter()
                        .name("cursor")
                        .description("The `next` of the page before")
                        .schema(text(1_000)));
    }

    private static List<Parameter> headers(Route route) {
        var headers = new ArrayList<Parameter>();
        if (route.method().equals(HandlerType.POST) && !route.has(Trait.NO_KEY)) {
            headers.add(header("Idempotency-Key", "The same key with the same body is answered the same, for 24 hours")
                    .schema(text(255))
                    .required(route.has(Trait.KEY_REQUIRED)));
        }
        if (route.has(Trait.IF_MATCH)) {
            headers.add(header("If-Match", "The ETag of the version the change is made to")
                    .schema(text(20))
                    .required(true)
                    .example("\"1\""));
        }
        if (route.has(Trait.CACHED)) {
            headers.add(header("If-None-Match", "The ETag the caller has: 304 when it still holds")
                    .schema(text(200)));
        }
        return headers;
    }

    private static Parameter header(String name, String description) {
        return new HeaderParameter().name(name).description(description);
    }

    private static StringSchema text(int longest) {
        var text = new StringSchema();
        text.maxLength(longest);
        return text;
    }
}
