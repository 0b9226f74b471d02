package shop.platform.http;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.OptionalInt;
import shop.platform.Failure;

/** The version of a resource as HTTP says it (RFC 9110 §8.8.3): ETag on the way out, If-Match on the way in. */
public final class ETag {

    private ETag() {}

    public static void send(Context ctx, int version) {
        ctx.header("ETag", '"' + Integer.toString(version) + '"');
    }

    /** The version the caller has seen, for PUT and PATCH, which may not go without. */
    public static int required(Context ctx) {
        if (ctx.header("If-Match") == null) {
            throw new HttpResponseException(HttpStatus.PRECONDITION_REQUIRED.getCode(), "If-Match is required here");
        }
        return given(ctx)
                .orElseThrow(() -> Failure.malformed("invalid_header", "If-Match must name the version you have seen"));
    }

    /** The version the caller has seen, for requests that may go without. */
    public static OptionalInt given(Context ctx) {
        var header = ctx.header("If-Match");
        if (header == null || header.equals("*")) return OptionalInt.empty();
        // what we never sent can't be current
        if (!header.matches("\"\\d{1,9}\"")) throw Failure.stale("the resource");
        return OptionalInt.of(Integer.parseInt(header.substring(1, header.length() - 1)));
    }

    /** Sends the tag; true when the caller has this version already, so that 304 is the whole answer. */
    public static boolean known(Context ctx, String tag) {
        var quoted = '"' + tag + '"';
        ctx.header("ETag", quoted);
        String given = ctx.attribute(KnownVersions.GIVEN);
        var known = given != null
                && Arrays.stream(given.split(","))
                        .map(each -> each.strip().replaceFirst("^W/", ""))
                        .anyMatch(each -> each.equals("*") || each.equals(quoted));
        if (known) ctx.status(HttpStatus.NOT_MODIFIED);
        return known;
    }
}
