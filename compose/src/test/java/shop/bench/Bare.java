package shop.bench;

import io.javalin.Javalin;
import java.io.IOException;

/** A route of nothing but Javalin that answers with bytes which are there: what HTTP itself costs here. */
final class Bare implements AutoCloseable {

    private final Javalin javalin;

    private Bare(Javalin javalin) {
        this.javalin = javalin;
    }

    static Bare answering(String json) {
        var javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.routes.get(
                    "/bare", ctx -> ctx.contentType("application/json").result(json));
        });
        return new Bare(javalin.start(0));
    }

    Wire client() throws IOException {
        return Wire.get(javalin.port(), "/bare", "");
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
