package shop.platform;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The one way a request or an event can fail for a reason the caller should be told. A failure is a value: the
 * {@code with…} methods return another one.
 */
public final class Failure extends RuntimeException {

    /** What kind of answer it is; only the HTTP edge knows which status that makes. */
    public enum Kind {
        /** The request cannot be understood at all: a parameter, a header, a cursor. */
        MALFORMED,
        /** Understood, but a value is not acceptable. */
        INVALID,
        UNAUTHENTICATED,
        PAYMENT_REQUIRED,
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT,
        /** The resource has moved on since the caller saw it. */
        STALE,
        TOO_MANY,
        UNAVAILABLE
    }

    /**
     * One thing that is wrong.
     *
     * @param pointer a JSON pointer (RFC 6901) seen from the value that refuses: {@code /quantity}; empty for the whole
     * @param code stable, in snake_case
     * @param message for people; never holds what the caller sent as a secret
     */
    public record Problem(String pointer, String code, String message) {

        Problem within(String parent) {
            return new Problem(parent + pointer, code, message);
        }
    }

    private final Kind kind;
    private final List<Problem> problems;
    private final Map<String, Object> members;
    private final Optional<Duration> retryAfter;

    private Failure(Kind kind, List<Problem> problems, Map<String, Object> members, Optional<Duration> retryAfter) {
        super(problems.getFirst().message(), null, false, false); // no stack trace: this is an answer, not a bug
        this.kind = kind;
        this.problems = List.copyOf(problems);
        this.members = members;
        this.retryAfter = retryAfter;
    }

    /** Any kind with one problem; the factories below are its common cases. */
    public static Failure of(Kind kind, String code, String message) {
        return of(kind, List.of(new Problem("", code, message)));
    }

    /** Any kind with all its problems, the most important first; its code becomes the code of the whole. */
    public static Failure of(Kind kind, List<Problem> problems) {
        return new Failure(kind, problems, Map.of(), Optional.empty());
    }

    public static Failure invalid(String pointer, String code, String message) {
        return of(Kind.INVALID, List.of(new Problem(pointer, code, message)));
    }

    /** A query parameter or header that cannot be understood. */
    public static Failure malformed(String code, String message) {
        return of(Kind.MALFORMED, code, message);
    }

    public static Failure unauthenticated() {
        return of(Kind.UNAUTHENTICATED, "unauthenticated", "a valid bearer token is required");
    }

    public static Failure forbidden() {
        return of(Kind.FORBIDDEN, "forbidden", "this account may not do that");
    }

    public static Failure notFound(String noun, String id) {
        return of(Kind.NOT_FOUND, noun + "_not_found", "there is no " + noun + " " + id);
    }

    public static Failure conflict(String code, String message) {
        return of(Kind.CONFLICT, code, message);
    }

    public static Failure stale(String id) {
        return of(Kind.STALE, "stale_version", id + " has been changed by someone else");
    }

    public static Failure unavailable(String dependency) {
        return of(Kind.UNAVAILABLE, "unavailable", dependency + " does not answer")
                .retryAfter(Duration.ofSeconds(5));
    }

    /** The same failure, seen from the document that holds the refusing value at this pointer. */
    public Failure within(String parent) {
        return map(problem -> problem.within(parent));
    }

    /** The same failure with one more member for programs: {@code allowed}, {@code declineCode}. */
    public Failure with(String member, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Failure(kind, problems, more, retryAfter);
    }

    /** The same failure, and when it makes sense to try again. */
    public Failure retryAfter(Duration wait) {
        return new Failure(kind, problems, members, Optional.of(wait));
    }

    private Failure map(UnaryOperator<Problem> change) {
        return new Failure(kind, problems.stream().map(change).toList(), members, retryAfter);
    }

    @Override
    public String getMessage() {
        return problems.getFirst().message();
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return problems.getFirst().code();
    }

    public String pointer() {
        return problems.getFirst().pointer();
    }

    public List<Problem> problems() {
        return problems;
    }

    public Map<String, Object> members() {
        return Map.copyOf(members);
    }

    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
