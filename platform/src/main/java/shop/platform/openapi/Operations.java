package shop.platform.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import shop.platform.http.Role;
import shop.platform.http.Route;
import shop.platform.http.Route.Trait;

/** Routes as OpenAPI operations. */
final class Operations {

    private static final String PROBLEM = "application/problem+json";

    private final String tag;
    private final Schemas schemas;

    Operations(String tag, Schemas schemas) {
        this.tag = tag;
        this.schemas = schemas;
    }

    Operation of(Route route) {
        var operation = new Operation()
                .operationId(operationId(route))
                .addTagsItem(tag)
                .summary(route.summary())
                .description(description(route))
                .parameters(Parameters.of(route))
                .responses(responses(route));
        route.body().ifPresent(body -> operation.requestBody(request(body)));
        var open = route.roles().equals(Set.of(Role.PUBLIC));
        operation.addExtension(
                "x-roles", route.roles().stream().map(Role::claim).sorted().toList());
        operation.security(open ? List.of() : List.of(new SecurityRequirement().addList(OpenApi.BEARER)));
        return operation;
    }

    private static String operationId(Route route) {
        return route.method().name().toLowerCase(Locale.ROOT)
                + route.path().replaceAll("[{}]", "").replaceAll("[^A-Za-z0-9]+", "_");
    }

    private static String description(Route route) {
        var who = String.join(
                ", ", route.roles().stream().map(Role::claim).sorted().toList());
        return (route.description().isEmpty() ? route.summary() + "." : route.description()) + "\n\nFor: " + who + ".";
    }

    private RequestBody request(Route.Body body) {
        var content = new Content();
        for (var type : body.mediaTypes()) content.addMediaType(type, media(schemas.of(body.type())));
        return new RequestBody().required(true).content(content).description("The request");
    }

    private ApiResponses responses(Route route) {
        var responses = new ApiResponses();
        for (var answer : route.answers()) {
            if (answer.codes().isEmpty())
                responses.addApiResponse(Integer.toString(answer.status()), answer(route, answer));
        }
        Refusals.of(route).forEach((status, codes) -> {
            if (!responses.containsKey(status.toString()))
                responses.addApiResponse(status.toString(), refusal(status, codes));
        });
        return responses;
    }

    private ApiResponse answer(Route route, Route.Answer answer) {
        var response =
                new ApiResponse().description(answer.status() < 400 ? "Done: " + route.summary() : "Not possible now");
        limitHeaders(response);
        if (answer.status() == 201)
            response.addHeaderObject(
                    "Location", header("Where the new resource is", new StringSchema().maxLength(500)));
        if (route.has(Trait.CACHED))
            response.addHeaderObject("ETag", header("The version of the answer", new StringSchema().maxLength(200)));
        if (answer.type() == Void.class) return response;
        var schema = route.has(Trait.LIST) && answer.status() == 200 ? page(answer.type()) : schemas.of(answer.type());
        return response.content(new Content().addMediaType(answer.mediaType(), media(schema)));
    }

    private Schema<?> page(Class<?> item) {
        var next = new JsonSchema()
                .types(Set.of("string", "null"))
                .maxLength(2_000)
                .description("The cursor of the next page; null at the end");
        var items = new ArraySchema().items(schemas.of(item)).maxItems(100);
        items.description("This page");
        var page = new JsonSchema();
        page.setTypes(Set.of("object"));
        page.addProperty("items", items);
        page.addProperty("next", next);
        page.addRequiredItem("items");
        page.addRequiredItem("next");
        return page;
    }

    private ApiResponse refusal(int status, List<String> codes) {
        var problem = media(schemas.of(Problem.class)).example(Problem.example(status, codes.getFirst()));
        var response = new ApiResponse()
                .description(Refusals.meaning(status) + ": `" + String.join("`, `", codes) + "`")
                .content(new Content().addMediaType(PROBLEM, problem));
        limitHeaders(response);
        if (status == 429 || status == 503) {
            response.addHeaderObject(
                    "Retry-After", header("Seconds until it makes sense to try again", new IntegerSchema()));
        }
        return response;
    }

    private static void limitHeaders(ApiResponse response) {
        response.addHeaderObject("RateLimit", header("What is left of the quota", new StringSchema().maxLength(200)));
        response.addHeaderObject("RateLimit-Policy", header("The quota", new StringSchema().maxLength(200)));
    }

    private static Header header(String description, Schema<?> schema) {
        Bounds.complete(schema);
        return new Header().description(description).schema(schema);
    }

    private static MediaType media(Schema<?> schema) {
        Bounds.complete(schema);
        return new MediaType().schema(schema);
    }

    /** Gives every body an example, once all schemas are known. */
    void exemplify(Paths paths) {
        var examples = new Examples(schemas.named());
        paths.values().stream().flatMap(path -> path.readOperations().stream()).forEach(operation -> {
            if (operation.getRequestBody() != null)
                exemplify(operation.getRequestBody().getContent(), examples);
            operation.getResponses().values().forEach(response -> exemplify(response.getContent(), examples));
        });
    }

    private static void exemplify(@Nullable Content content, Examples examples) {
        if (content == null) return;
        for (var media : content.values()) {
            if (media.getExample() == null) media.setExample(examples.of(media.getSchema()));
        }
    }
}
