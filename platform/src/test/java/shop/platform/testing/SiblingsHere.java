package shop.platform.testing;

import static java.time.ZoneOffset.UTC;
import static shop.platform.testing.TestPlatform.NOON;

import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.time.Clock;
import java.util.function.Consumer;
import shop.platform.clients.Sibling;
import shop.platform.clients.Siblings;

/** Other services in a test: a server that answers as they promise to. */
public final class SiblingsHere implements AutoCloseable {

    private final Javalin server;
    private final URI address;

    public SiblingsHere(Consumer<RoutesConfig> routes) {
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.post(
                            "/auth/service-tokens",
                            ctx -> json(ctx, 200, "{\"accessToken\": \"t\", \"expiresIn\": 60}"));
                    routes.accept(config.routes);
                })
                .start("127.0.0.1", 0);
        address = URI.create("http://127.0.0.1:" + server.port());
    }

    /** As one that another service calls. */
    public Sibling sibling(String name) {
        return new Siblings("test", "secret", any -> address, Clock.fixed(NOON, UTC)).at(name);
    }

    public static void json(Context ctx, int status, String body) {
        ctx.status(status).contentType("application/json").result(body);
    }

    @Override
    public void close() {
        server.stop();
    }
}
