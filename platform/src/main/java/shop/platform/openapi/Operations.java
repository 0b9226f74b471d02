package shop.platform.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.ArrayList;
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
    private final Schemas schemas = new Schemas();
    private final Headers headers = new Headers();

    Operations(String tag) {
        this.tag = tag;
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
        operation.addExtension(
                "x-roles", route.roles().stream().map(Role::claim).sorted().toList());
        return operation.security(security(route.roles()));
    }

    /** A token, or none where anybody may call, or one or none where it makes a difference. */
    private static List<SecurityRequirement> security(Set<Role> roles) {
        var requirements = new ArrayList<SecurityRequirement>();
        if (!roles.equals(Set.of(Role.PUBLIC))) requirements.add(new SecurityRequirement().addList(OpenApi.BEARER));
        if (roles.contains(Role.PUBLIC) && roles.size() > 1) requirements.add(new SecurityRequirement());
        return requirements;
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
            var status = Integer.toString(answer.status());
            var known = responses.get(status);
            if (!answer.codes().isEmpty()) continue;
            if (known == null) responses.addApiResponse(status, answer(route, answer));
            else known.getContent().addMediaType(answer.mediaType(), media(schemas.of(answer.type())));
        }
        if (route.has(Trait.CACHED)) responses.addApiResponse("304", unchanged(route));
        Refusals.of(route).forEach((status, codes) -> {
            if (!responses.containsKey(status.toString()))
                responses.addApiResponse(status.toString(), refusal(status, codes));
        });
        return responses;
    }

    private ApiResponse unchanged(Route route) {
        var response = new ApiResponse().description("The caller has it already, as If-None-Match says");
        headers.onAnswer(route, 304, Void.class, response);
        return response;
    }

    private ApiResponse answer(Route route, Route.Answer answer) {
        var response =
                new ApiResponse().description(answer.status() < 400 ? "Done: " + route.summary() : "Not possible now");
        headers.onAnswer(route, answer.status(), answer.type(), response);
        if (answer.type() == Void.class) return response;
        var schema = route.has(Trait.LIST) && answer.status() == 200 ? page(answer.type()) : schemas.of(answer.type());
        return response.content(new Content().addMediaType(answer.mediaType(), media(schema)));
    }

    private Schema<?> page(Class<?> item) {
        var next = new JsonSchema()
                .types(Set.of("string", "null"))
                .maxLength(2_000)
                .pattern(Texts.ANY)
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
        headers.onRefusal(status, response);
        return response;
    }

    private static MediaType media(Schema<?> schema) {
        Bounds.complete(schema);
        return new MediaType().schema(schema);
    }

    /** Once all operations are known: describes what they share, and gives every body an example. */
    void complete(Paths paths, Components components) {
        var named = schemas.named();
        named.forEach(components::addSchemas);
        headers.describeIn(components);
        var examples = new Examples(named);
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
