package shop.platform.http;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One endpoint with its own documentation, in one fluent line; the server and the OpenAPI document are both made from
 * it, so they can't disagree. Each method returns another route.
 */
public record Route(
        HandlerType method,
        String path,
        Handler handler,
        Set<Role> roles,
        String summary,
        String description,
        List<Query> queries,
        Optional<Body> body,
        List<Answer> answers,
        Set<Trait> traits) {

    /** How many characters a path parameter has at most; the longest name of anything is an e-mail address. */
    public static final int LONGEST_SEGMENT = 320;

    /** Something a route wants of the server, or tells its callers to do. */
    public enum Trait {
        /** Idempotency-Key must be sent. */
        KEY_REQUIRED,
        /** Idempotency-Key means nothing here: the body is a stream, or the answer one. */
        NO_KEY,
        /** If-Match must be sent. */
        IF_MATCH,
        /** An ETag goes out, and If-None-Match is honoured. */
        CACHED,
        /** Counts against RATE_LIMIT_AUTH instead of RATE_LIMIT_DEFAULT. */
        AUTH_LIMIT,
        /** Lives long, so it takes no place among the concurrent requests. */
        STREAM,
        /** Takes limit and cursor. */
        LIST
    }

    /**
     * A query parameter.
     *
     * @param name as it is sent; {@code attr.*} stands for every name with that beginning
     * @param type Java type that the document shows: String, Integer, Long, Boolean, Instant
     * @param values the only values allowed; empty where any will do
     */
    public record Query(String name, Class<?> type, List<String> values, String description) {}

    /** What a request holds: a record, and its media types. */
    public record Body(Class<?> type, List<String> mediaTypes) {}

    /** A way a route can answer: with a record (Void for nothing), or with a problem of one of these codes. */
    public record Answer(int status, Class<?> type, String mediaType, List<String> codes) {}

    private static final String JSON = "application/json";
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final String PROBLEM = "application/problem+json";

    public static Route get(String path, Handler handler) {
        return of(HandlerType.GET, path, handler);
    }

    public static Route post(String path, Handler handler) {
        return of(HandlerType.POST, path, handler);
    }

    public static Route put(String path, Handler handler) {
        return of(HandlerType.PUT, path, handler);
    }

    public static Route patch(String path, Handler handler) {
        return of(HandlerType.PATCH, path, handler);
    }

    public static Route delete(String path, Handler handler) {
        return of(HandlerType.DELETE, path, handler);
    }

    private static Route of(HandlerType method, String path, Handler handler) {
        return new Route(method, path, handler, Set.of(), "", "", List.of(), Optional.empty(), List.of(), Set.of());
    }

    /** Who may call. PUBLIC alone ignores tokens; PUBLIC with others knows the caller where a token is sent. */
    public Route by(Role... allowed) {
        return new Route(method, path, handler, Set.of(allowed), summary, description, queries, body, answers, traits);
    }

    /** What it does, in one line. */
    public Route says(String line) {
        return new Route(method, path, handler, roles, line, description, queries, body, answers, traits);
    }

    /** What one line can't say; Markdown. */
    public Route details(String text) {
        return new Route(method, path, handler, roles, summary, text, queries, body, answers, traits);
    }

    public Route query(String name, String meaning) {
        return query(new Query(name, String.class, List.of(), meaning));
    }

    public Route query(String name, Class<?> type, String meaning) {
        return query(new Query(name, type, List.of(), meaning));
    }

    public Route query(String name, List<String> values, String meaning) {
        return query(new Query(name, String.class, values, meaning));
    }

    /** Takes a JSON record; a PATCH takes it as a merge patch (RFC 7396) too. */
    public Route takes(Class<?> type) {
        return method.equals(HandlerType.PATCH) ? takes(type, MERGE_PATCH, JSON) : takes(type, JSON);
    }

    public Route takes(Class<?> type, String... mediaTypes) {
        var taken = Optional.of(new Body(type, List.of(mediaTypes)));
        return new Route(method, path, handler, roles, summary, description, queries, taken, answers, traits);
    }

    public Route answers(int status, Class<?> type) {
        return answer(new Answer(status, type, JSON, List.of()));
    }

    public Route answers(int status, Class<?> type, String mediaType) {
        return answer(new Answer(status, type, mediaType, List.of()));
    }

    /** Answers with nothing but a status. */
    public Route answers(int status) {
        return answer(new Answer(status, Void.class, JSON, List.of()));
    }

    /** Answers with a page of these, and takes {@code limit} and {@code cursor}. */
    public Route lists(Class<?> item) {
        return answer(new Answer(200, item, JSON, List.of())).with(Trait.LIST);
    }

    /** A refusal of its own; those that every route may answer are documented by the server. */
    public Route refuses(int status, String... codes) {
        return answer(new Answer(status, Void.class, PROBLEM, List.of(codes)));
    }

    public Route with(Trait... more) {
        var all = Stream.concat(traits.stream(), Arrays.stream(more)).collect(Collectors.toUnmodifiableSet());
        return new Route(method, path, handler, roles, summary, description, queries, body, answers, all);
    }

    /** Method and path: what tells it from every other route. */
    public String name() {
        return method.name() + " " + path;
    }

    public boolean has(Trait trait) {
        return traits.contains(trait);
    }

    private Route query(Query another) {
        return new Route(
                method, path, handler, roles, summary, description, and(queries, another), body, answers, traits);
    }

    private Route answer(Answer another) {
        return new Route(
                method, path, handler, roles, summary, description, queries, body, and(answers, another), traits);
    }

    private static <T> List<T> and(List<T> some, T another) {
        var all = new ArrayList<>(some);
        all.add(Objects.requireNonNull(another));
        return List.copyOf(all);
    }
}
