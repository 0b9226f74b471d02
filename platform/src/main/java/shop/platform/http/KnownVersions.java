package shop.platform.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Keeps If-None-Match for {@link ETag#known}. Javalin would answer 304 to whatever carries that tag: to a change that is
 * made, and to a cart whose prices have moved since.
 */
final class KnownVersions implements HttpConfiguration.Customizer {

    static final String GIVEN = "shop.if-none-match";

    @Override
    public Request customize(Request request, HttpFields.Mutable answer) {
        var given = request.getHeaders().getValuesList(HttpHeader.IF_NONE_MATCH);
        if (given.isEmpty()) return request;
        request.setAttribute(GIVEN, String.join(",", given));
        var others = HttpFields.build(request.getHeaders())
                .remove(HttpHeader.IF_NONE_MATCH)
                .asImmutable();
        return new Request.Wrapper(request) {

            @Override
            public HttpFields getHeaders() {
                return others;
            }
        };
    }
}
