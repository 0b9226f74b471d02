package shop.platform.http;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where a request really comes from: proxies are believed only when they are ours. */
public final class Addresses {

    static final String KEY = Addresses.class.getName();

    private final Set<String> proxies;

    Addresses(Set<String> proxies) {
        this.proxies = proxies;
    }

    /** The address of the client, behind any proxy of ours. */
    public static String client(Context ctx) {
        return Optional.<String>ofNullable(ctx.attribute(KEY)).orElseGet(ctx::ip);
    }

    /** The last address in X-Forwarded-For that is no proxy of ours: those before it may be made up. */
    String of(Context ctx) {
        var address = ctx.ip();
        // a proxy may add a line of its own to those that came
        var forwarded = String.join(",", Collections.list(ctx.req().getHeaders("X-Forwarded-For")));
        for (var hop : List.of(forwarded.split(",")).reversed()) {
            if (!proxies.contains(address) || !hop.strip().matches("[0-9a-fA-F.:]{2,45}")) return address;
            address = hop.strip();
        }
        return address;
    }
}
