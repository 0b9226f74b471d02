package shop.platform.openapi;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.ExternalDocumentation;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import shop.platform.http.Route;

/** The OpenAPI 3.1 document of a service, made from its routes: what is not in them can't be in it, nor the other way. */
public final class OpenApi {

    static final String BEARER = "bearer";

    private OpenApi() {}

    /**
     * The document as JSON.
     *
     * @param service name of the service, its tag
     * @param server where its paths begin, as clients see it
     */
    public static byte[] of(String service, String server, List<Route> routes) {
        var operations = new Operations(service);
        var paths = new Paths();
        for (var route : routes) {
            var path = paths.computeIfAbsent(route.path(), any -> new PathItem());
            path.operation(HttpMethod.valueOf(route.method().name()), operations.of(route));
        }
        var document = new OpenAPI(SpecVersion.V31)
                .openapi("3.1.0")
                .info(info(service))
                .servers(List.of(server(server)))
                .externalDocs(new ExternalDocumentation()
                        .description("All codes of problems, and what they mean")
                        .url(server + "/docs/codes"))
                .tags(List.of(new Tag().name(service).description("Everything below " + service)))
                .paths(paths)
                .components(components());
        operations.complete(paths, document.getComponents());
        return write(document);
    }

    private static Server server(String url) {
        var server = new Server().url(url).description("production, or a local run: wherever this document comes from");
        server.addExtension("x-internal", false);
        return server;
    }

    private static Info info(String service) {
        return new Info()
                .title("Shop: " + service)
                .version("1")
                .description("The REST API of " + service + ". Errors are RFC 9457 problems with a stable `code`;"
                        + " amounts of money are integers in minor units; times are RFC 3339 in UTC."
                        + " What is no request of any route is refused before one is looked for, as a problem too:"
                        + " 400 (no HTTP), 408 `request_timeout`, 414 `uri_too_long`, 417, 431 `headers_too_large`,"
                        + " 501, 505 `http_version_not_supported`.")
                .contact(new Contact().name("The shop's developers").url("https://example.com/shop"))
                .license(new License().name("MIT").identifier("MIT"));
    }

    private static Components components() {
        var bearer = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("An access token of `POST /auth/login`: RS256, good for ten minutes (RFC7519, RFC8725).");
        return new Components().addSecuritySchemes(BEARER, bearer);
    }

    private static byte[] write(OpenAPI document) {
        try {
            return Json31.mapper().writeValueAsBytes(document);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("the OpenAPI document cannot be written", e);
        }
    }
}
