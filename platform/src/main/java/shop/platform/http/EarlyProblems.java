package shop.platform.http;

import static java.util.Objects.requireNonNullElse;

import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** What is refused before any of our code sees it, because it is no HTTP or too much of it: a problem all the same. */
final class EarlyProblems extends ErrorHandler {

    private final Supplier<String> ids;

    EarlyProblems(Supplier<String> ids) {
        this.ids = ids;
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        var id = requireNonNullElse(response.getHeaders().get("X-Request-Id"), ids.get());
        var headers = response.getHeaders();
        headers.put("X-Request-Id", id);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put(Web.POLICY, Web.NO_PAGE);
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        headers.put(HttpHeader.CONTENT_TYPE, Problems.MEDIA_TYPE);
        response.write(true, ByteBuffer.wrap(Problems.early(status, id)), callback);
    }
}
