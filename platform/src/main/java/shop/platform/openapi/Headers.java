package shop.platform.openapi;

import io.javalin.http.HandlerType;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import shop.platform.http.Route;
import shop.platform.http.Route.Trait;

/** The headers of answers: described once, named by every answer that has them. */
final class Headers {

    private static final Map<String, String> TEXTS = texts();
    private static final String RETRY = "Retry-After";
    private static final int LONGEST = 4_000;

    private final Set<String> used = new TreeSet<>();

    private static Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("X-Request-Id", "Names the request in our logs");
        texts.put("RateLimit", "What is left of the quota (IETF draft); absent where nothing is counted");
        texts.put("RateLimit-Policy", "The quota (IETF draft); absent where nothing is counted");
        texts.put("Access-Control-Allow-Origin", "The caller's origin, where it may call from a browser; else absent");
        texts.put("ETag", "The version of the answer");
        texts.put("Location", "Where the new resource is");
        texts.put("Link", "The next page (RFC 8288), where there is one");
        texts.put("Idempotent-Replayed", "true where the answer is that of an earlier request with the same key");
        texts.put("WWW-Authenticate", "How to authenticate: Bearer");
        return texts;
    }

    /** Describes those that an answer has. */
    void describeIn(Components components) {
        for (var name : used) components.addHeaders(name, name.equals(RETRY) ? seconds() : text(name));
    }

    private static Header text(String name) {
        var schema = new StringSchema().maxLength(LONGEST).pattern(Texts.ANY);
        return new Header().description(TEXTS.get(name)).schema(schema);
    }

    private static Header seconds() {
        var schema = new IntegerSchema().minimum(BigDecimal.ONE).maximum(new BigDecimal(Integer.MAX_VALUE));
        return new Header()
                .description("Seconds until it makes sense to try again")
                .schema(schema.format("int32"));
    }

    /** @param type what is answered */
    void onAnswer(Route route, int status, Class<?> type, ApiResponse response) {
        onEvery(response);
        if (status == 201) add(response, "Location");
        if (route.has(Trait.CACHED) || (!route.has(Trait.LIST) && versioned(type))) add(response, "ETag");
        if (route.has(Trait.LIST)) add(response, "Link");
        if (route.method().equals(HandlerType.POST) && !route.has(Trait.NO_KEY)) add(response, "Idempotent-Replayed");
        if (status == 503) add(response, RETRY);
    }

    private static boolean versioned(Class<?> type) {
        return type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(component -> component.getName().equals("version"));
    }

    void onRefusal(int status, ApiResponse response) {
        onEvery(response);
        if (status == 401) add(response, "WWW-Authenticate");
        if (status == 429 || status == 503) add(response, RETRY);
    }

    private void onEvery(ApiResponse response) {
        add(response, "X-Request-Id");
        add(response, "RateLimit");
        add(response, "RateLimit-Policy");
        add(response, "Access-Control-Allow-Origin");
    }

    private void add(ApiResponse response, String name) {
        used.add(name);
        response.addHeaderObject(name, new Header().$ref("#/components/headers/" + name));
    }
}
