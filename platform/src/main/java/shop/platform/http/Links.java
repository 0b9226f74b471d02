package shop.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.TreeSet;

/** Links from an answer to the next one. */
final class Links {

    private Links() {}

    /** The same request, with another cursor. */
    static String next(Context ctx, String cursor) {
        var parts = new ArrayList<String>();
        ctx.queryParamMap().forEach((name, values) -> {
            if (!name.equals("cursor")) values.forEach(value -> parts.add(part(name, value)));
        });
        parts.add(part("cursor", cursor));
        return ctx.path() + "?" + String.join("&", parts);
    }

    /** What tells the list of a request from others: the path and the filters, whatever order they are given in. */
    static String list(Context ctx) {
        var parts = new TreeSet<String>();
        ctx.queryParamMap().forEach((name, values) -> {
            if (!name.equals("cursor") && !name.equals("limit")) values.forEach(value -> parts.add(part(name, value)));
        });
        return ctx.path() + "?" + String.join("&", parts);
    }

    private static String part(String name, String value) {
        return URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8);
    }
}
