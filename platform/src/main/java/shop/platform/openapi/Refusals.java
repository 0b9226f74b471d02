package shop.platform.openapi;

import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import shop.platform.http.Role;
import shop.platform.http.Route;
import shop.platform.http.Route.Trait;

/** The codes a route may refuse with, by status: its own, and those the server answers for every route of its kind. */
final class Refusals {

    private Refusals() {}

    static Map<Integer, List<String>> of(Route route) {
        var codes = new TreeMap<Integer, List<String>>();
        for (var answer : route.answers()) {
            if (!answer.codes().isEmpty()) add(codes, answer.status(), answer.codes());
        }
        add(codes, 400, List.of("invalid_parameter"));
        add(codes, 406, List.of("not_acceptable"));
        add(codes, 429, List.of("rate_limited"));
        add(codes, 500, List.of("internal_error"));
        add(codes, 503, List.of("unavailable", "overloaded"));
        if (!route.roles().contains(Role.PUBLIC)) add(codes, 403, List.of("forbidden"));
        if (!route.roles().equals(Set.of(Role.PUBLIC))) add(codes, 401, List.of("unauthenticated"));
        if (route.path().contains("{")) add(codes, 404, List.of("not_found"));
        if (route.has(Trait.LIST)) add(codes, 400, List.of("invalid_cursor"));
        var changes = !route.method().equals(HandlerType.GET);
        if (changes && route.path().contains("{")) add(codes, 412, List.of("stale_version")); // If-Match, when sent
        ofBody(route, codes);
        ofKeys(route, codes);
        if (route.has(Trait.IF_MATCH)) {
            add(codes, 412, List.of("stale_version"));
            add(codes, 428, List.of("precondition_required"));
        }
        return codes;
    }

    private static void ofBody(Route route, Map<Integer, List<String>> codes) {
        if (route.body().isEmpty()) return;
        add(codes, 400, List.of("malformed_json"));
        add(codes, 413, List.of("content_too_large"));
        add(codes, 415, List.of("unsupported_media_type"));
        add(codes, 422, List.of("required", "invalid_value", "unknown_field", "too_complex"));
    }

    private static void ofKeys(Route route, Map<Integer, List<String>> codes) {
        if (!route.method().equals(HandlerType.POST) || route.has(Trait.NO_KEY)) return;
        if (route.has(Trait.KEY_REQUIRED)) add(codes, 400, List.of("idempotency_key_required"));
        add(codes, 409, List.of("idempotency_in_progress"));
        add(codes, 413, List.of("content_too_large")); // whatever comes is read, to know a repetition by
        add(codes, 422, List.of("idempotency_key_reused"));
    }

    private static void add(Map<Integer, List<String>> codes, int status, List<String> more) {
        codes.computeIfAbsent(status, any -> new ArrayList<>())
                .addAll(more.stream()
                        .filter(code -> !codes.get(status).contains(code))
                        .toList());
    }

    /** What the statuses of refusals mean, in the words of API.md. */
    static String meaning(int status) {
        return switch (status) {
            case 400 -> "The request cannot be understood";
            case 401 -> "A valid bearer token is missing";
            case 402 -> "The payment was declined";
            case 403 -> "This account may not do that";
            case 404 -> "There is no such thing, or it is not the caller's";
            case 406 -> "No answer of the wanted kind";
            case 409 -> "The state of the resource does not allow it";
            case 412 -> "The resource has changed since the caller saw it";
            case 413 -> "The body is too large";
            case 415 -> "The body is of the wrong kind";
            case 422 -> "A value is not acceptable";
            case 428 -> "If-Match is required";
            case 429 -> "Too many requests";
            case 503 -> "Something the service depends on is away";
            default -> "Something broke on our side";
        };
    }
}
