package shop.platform.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.platform.Failure;
import shop.platform.json.Json;
import tools.jackson.core.JacksonException;

/** The one place where something that went wrong becomes an answer: RFC 9457 problem details, with stable codes. */
final class Problems {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    static void answerOn(RoutesConfig routes, Function<Exception, Optional<Failure>> outages) {
        routes.exception(Failure.class, Problems::failed);
        routes.exception(JacksonException.class, (e, ctx) -> failed(BadJson.failure(e), ctx));
        routes.exception(HttpResponseException.class, Problems::refusedByHttp);
        routes.exception(
                Exception.class,
                (e, ctx) -> outages.apply(e).ifPresentOrElse(outage -> away(outage, e, ctx), () -> broken(e, ctx)));
    }

    static void failed(Failure failure, Context ctx) {
        var status = status(failure, ctx);
        if (status == HttpStatus.UNAUTHORIZED) ctx.header("WWW-Authenticate", "Bearer");
        failure.retryAfter()
                .ifPresent(wait -> ctx.header(
                        "Retry-After", Long.toString(wait.plusMillis(999).toSeconds())));
        var problem = problem(ctx, status, failure.code(), failure.getMessage());
        problem.putAll(failure.members());
        if (failure.kind() == Failure.Kind.INVALID
                || failure.problems().size() > 1
                || !failure.pointer().isEmpty()) {
            problem.put(
                    "errors", failure.problems().stream().map(Problems::error).toList());
        }
        send(ctx, problem);
    }

    private static HttpStatus status(Failure failure, Context ctx) {
        return switch (failure.kind()) {
            case MALFORMED -> HttpStatus.BAD_REQUEST;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case PAYMENT_REQUIRED -> HttpStatus.PAYMENT_REQUIRED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            // the caller who named a version lost a precondition, the one who did not lost a race
            case STALE -> ctx.header("If-Match") == null ? HttpStatus.CONFLICT : HttpStatus.PRECONDITION_FAILED;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    private static Map<String, String> error(Failure.Problem problem) {
        var error = new LinkedHashMap<String, String>();
        error.put("pointer", problem.pointer());
        error.put("code", problem.code());
        error.put("detail", problem.message());
        return error;
    }

    private static void refusedByHttp(HttpResponseException e, Context ctx) {
        var status = HttpStatus.forStatus(e.getStatus());
        if (status == HttpStatus.METHOD_NOT_ALLOWED) {
            ctx.header("Allow", e.getDetails().getOrDefault("availableMethods", ""));
        }
        send(ctx, problem(ctx, status, code(e.getStatus()), Objects.toString(e.getMessage(), status.getMessage())));
    }

    private static String code(int status) {
        return switch (status) {
            case 404 -> "not_found";
            case 405 -> "method_not_allowed";
            case 406 -> "not_acceptable";
            case 408 -> "request_timeout";
            case 413 -> "content_too_large";
            case 414 -> "uri_too_long";
            case 415 -> "unsupported_media_type";
            case 428 -> "precondition_required";
            case 431 -> "headers_too_large";
            case 505 -> "http_version_not_supported";
            default -> status < 500 ? "bad_request" : "internal_error";
        };
    }

    /** A refusal of what never became a request of ours. */
    static byte[] early(int status, String id) {
        var title = HttpStatus.forStatus(status).getMessage();
        return Json.TOLERANT.writeValueAsBytes(problem(status, title, title, code(status), id));
    }

    private static void away(Failure outage, Exception cause, Context ctx) {
        LOG.warn("{} failed: {}", route(ctx), cause.toString());
        failed(outage, ctx);
    }

    private static void broken(Exception bug, Context ctx) {
        LOG.error("{} failed", route(ctx), bug);
        send(ctx, problem(ctx, HttpStatus.INTERNAL_SERVER_ERROR, "internal_error", "something broke on our side"));
    }

    /** Not the path itself: it may hold somebody's address, or whatever else a caller likes to see in our log. */
    private static String route(Context ctx) {
        return Optional.ofNullable(ctx.endpoints().matchedHttpEndpoint())
                .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
                .orElse("a request of no route");
    }

    private static Map<String, Object> problem(Context ctx, HttpStatus status, String code, String detail) {
        ctx.status(status);
        RequestMetrics.refused(ctx, code);
        var id = Objects.toString(ctx.res().getHeader("X-Request-Id"), "");
        return problem(status.getCode(), status.getMessage(), detail, code, id);
    }

    private static Map<String, Object> problem(int status, String title, String detail, String code, String id) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "about:blank");
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", detail);
        problem.put("code", code);
        problem.put("requestId", id);
        return problem;
    }

    private static void send(Context ctx, Map<String, Object> problem) {
        ctx.contentType(MEDIA_TYPE).result(Json.TOLERANT.writeValueAsBytes(problem));
    }
}
