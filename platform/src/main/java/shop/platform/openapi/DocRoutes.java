package shop.platform.openapi;

import static shop.platform.http.Role.PUBLIC;
import static shop.platform.http.Route.get;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import shop.platform.http.Route;
import shop.platform.http.Routes;
import shop.platform.json.Json;

/** The OpenAPI documents and a page to read and try them, with nothing fetched from elsewhere. */
public final class DocRoutes implements Routes {

    private static final String ASSETS = "META-INF/resources/webjars/swagger-ui/";
    private static final Map<String, String> TYPES =
            Map.of("css", "text/css", "js", "text/javascript", "png", "image/png", "html", "text/html");

    private final Map<String, Supplier<byte[]>> documents;
    private final Map<String, byte[]> written = new ConcurrentHashMap<>();
    private final String version;

    /** With a document for each service by its name, in the order they are shown; it is written when first asked for. */
    public DocRoutes(Map<String, Supplier<byte[]>> documents) {
        this.documents = new LinkedHashMap<>(documents);
        this.version = version();
    }

    @Override
    public List<Route> routes() {
        var routes = new ArrayList<>(List.of(
                get("/openapi/{service}", this::document)
                        .by(PUBLIC)
                        .says("The OpenAPI document of a service")
                        .answers(200, Object.class)
                        .refuses(404, "not_found"),
                get("/docs", this::page)
                        .by(PUBLIC)
                        .says("Read and try the API")
                        .answers(200, String.class, "text/html"),
                get("/docs/codes", DocRoutes::codes)
                        .by(PUBLIC)
                        .says("All codes of problems, and what they mean")
                        .answers(200, String.class, "text/plain"),
                get("/docs/{file}", this::asset)
                        .by(PUBLIC)
                        .says("What the page is made of")
                        .answers(200, String.class, "text/css")));
        if (documents.size() == 1) {
            routes.add(get(
                            "/openapi.json",
                            ctx -> send(ctx, documents.keySet().iterator().next()))
                    .by(PUBLIC)
                    .says("The OpenAPI document of this service")
                    .answers(200, Object.class));
        }
        return routes;
    }

    private void document(Context ctx) {
        send(ctx, ctx.pathParam("service").replace(".json", ""));
    }

    private void send(Context ctx, String service) {
        var document = documents.get(service);
        if (document == null) throw new NotFoundResponse("there is no such document");
        ctx.contentType("application/json").result(written.computeIfAbsent(service, first -> document.get()));
    }

    private void page(Context ctx) {
        var urls = documents.keySet().stream()
                .map(name -> Map.of("name", name, "url", "/openapi/" + name + ".json"))
                .collect(Collectors.toList());
        ctx.html("""
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><title>Shop API</title><link rel="stylesheet" href="/docs/swagger-ui.css"></head>
                <body><div id="swagger-ui"></div>
                <script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/swagger-ui-standalone-preset.js"></script>
                <script>SwaggerUIBundle({urls: %s, dom_id: "#swagger-ui", deepLinking: true, validatorUrl: null,
                  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset], layout: "StandaloneLayout"});</script>
                </body></html>
                """.formatted(Json.TOLERANT.writeValueAsString(urls)));
    }

    private static void codes(Context ctx) throws IOException {
        try (var page = DocRoutes.class.getResourceAsStream("/shop/codes.md")) {
            if (page == null) throw new NotFoundResponse("the page is not in this build");
            ctx.contentType("text/plain; charset=utf-8").result(page.readAllBytes());
        }
    }

    private void asset(Context ctx) {
        var file = ctx.pathParam("file");
        var type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
        if (type == null || !file.matches("[a-z0-9-]+(\\.[a-z0-9]+)+"))
            throw new NotFoundResponse("there is no such file");
        try (var content = DocRoutes.class.getClassLoader().getResourceAsStream(ASSETS + version + "/" + file)) {
            if (content == null) throw new NotFoundResponse("there is no such file");
            ctx.contentType(type)
                    .header("Cache-Control", "public, max-age=86400")
                    .result(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String version() {
        var about = "META-INF/maven/org.webjars/swagger-ui/pom.properties";
        try (var file = DocRoutes.class.getClassLoader().getResourceAsStream(about)) {
            if (file == null) throw new IllegalStateException("swagger-ui is not on the class path");
            var properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
