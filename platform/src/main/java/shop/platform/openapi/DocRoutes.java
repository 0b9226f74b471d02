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
import shop.platform.http.Route;
import shop.platform.http.Routes;

/** The OpenAPI documents and a page to read and try them, with nothing fetched from elsewhere. */
public final class DocRoutes implements Routes {

    private static final String ASSETS = "META-INF/resources/webjars/swagger-ui/";
    private static final Map<String, String> TYPES =
            Map.of("css", "text/css", "js", "text/javascript", "png", "image/png", "html", "text/html");

    /** Swagger UI writes styles into its page, and draws its own pictures. */
    private static final String OWN_ONLY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
            + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** What Swagger UI asks for at its start. */
    record Config(List<Document> urls) {}

    record Document(String name, String url) {}

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
                get("/docs", DocRoutes::page)
                        .by(PUBLIC)
                        .says("Read and try the API")
                        .query("urls.primaryName", "The document to show first; the page itself sets it")
                        .answers(200, String.class, "text/html"),
                get("/docs/page.js", DocRoutes::script)
                        .by(PUBLIC)
                        .says("What starts the page")
                        .answers(200, String.class, "text/javascript"),
                get("/docs/config.json", this::config)
                        .by(PUBLIC)
                        .says("Which documents the page shows")
                        .answers(200, Config.class),
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

    private void config(Context ctx) {
        var urls = documents.keySet().stream()
                .map(name -> new Document(name, "/openapi/" + name + ".json"))
                .toList();
        ctx.json(new Config(urls));
    }

    private static void page(Context ctx) {
        own(ctx, "docs/page.html", "text/html; charset=utf-8");
    }

    private static void script(Context ctx) {
        own(ctx, "docs/page.js", "text/javascript; charset=utf-8");
    }

    private static void codes(Context ctx) {
        own(ctx, "codes.md", "text/plain; charset=utf-8");
    }

    private static void own(Context ctx, String file, String type) {
        send(ctx.header("Content-Security-Policy", OWN_ONLY), "shop/" + file, type);
    }

    private void asset(Context ctx) {
        var file = ctx.pathParam("file");
        var type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
        if (type == null || !file.matches("[a-z0-9-]+(\\.[a-z0-9]+)+"))
            throw new NotFoundResponse("there is no such file");
        send(ctx.header("Cache-Control", "public, max-age=86400"), ASSETS + version + "/" + file, type);
    }

    private static void send(Context ctx, String resource, String type) {
        try (var content = DocRoutes.class.getClassLoader().getResourceAsStream(resource)) {
            if (content == null) throw new NotFoundResponse("there is no such file");
            ctx.contentType(type).result(content.readAllBytes());
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
