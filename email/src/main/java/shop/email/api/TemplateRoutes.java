package shop.email.api;

import static shop.platform.http.Role.ADMIN;
import static shop.platform.http.Role.SERVICE;
import static shop.platform.http.Role.SUPPORT;
import static shop.platform.http.Route.get;
import static shop.platform.http.Route.post;

import io.javalin.http.Context;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shop.email.domain.Kind;
import shop.email.domain.Language;
import shop.email.domain.Letters;
import shop.email.domain.Template;
import shop.email.domain.Variable;
import shop.platform.Failure;
import shop.platform.http.Http;
import shop.platform.http.Route;
import shop.platform.http.Routes;
import shop.platform.json.Json;

/** What e-mails can be written from, and how they would look. */
public final class TemplateRoutes implements Routes {

    @Schema(description = "A gap in a template")
    record VariableView(
            @Schema(description = "Its name in the data", example = "number")
            String name,

            @Schema(description = "What it takes", example = "text")
            Kind kind,

            @Schema(description = "Whether the data must have it", example = "true")
            boolean required,

            @Schema(description = "What could stand there", example = "2030-000001")
            Object example) {

        static VariableView of(Variable variable) {
            return new VariableView(variable.name(), variable.kind(), variable.required(), variable.example());
        }
    }

    @Schema(description = "What e-mails are written from")
    record TemplateView(
            @Schema(description = "Its name", example = "order_confirmation")
            Template name,

            @Schema(description = "When it is sent", example = "Sent after an order")
            String description,

            @Schema(description = "The languages there are") List<Language> locales,

            @Schema(description = "What the data has to hold")
            List<VariableView> variables) {

        static TemplateView of(Template template) {
            return new TemplateView(
                    template,
                    "Sent " + template.occasion(),
                    List.of(Language.values()),
                    template.variables().stream().map(VariableView::of).toList());
        }
    }

    @Schema(description = "All templates")
    record Templates(@Schema(description = "All there are") List<TemplateView> items) {}

    @Schema(description = "What to show")
    record Preview(
            @Schema(description = "What fills the template", example = "{\"displayName\": \"Ann\"}")
            Map<String, Object> data,

            @Schema(description = "The language; en where nothing is said", example = "de")
            Optional<Language> locale) {}

    @Schema(description = "An e-mail as it would be sent")
    record LetterView(
            @Schema(description = "The subject", example = "Welcome to the shop")
            String subject,

            @Schema(description = "The HTML part", example = "<!DOCTYPE html>…")
            String html,

            @Schema(description = "The text part", example = "Hello Ann, …")
            String text) {}

    private final Letters letters;

    public TemplateRoutes(Letters letters) {
        this.letters = letters;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/emails/templates", this::list)
                        .by(SUPPORT, ADMIN, SERVICE)
                        .says("List the templates")
                        .answers(200, Templates.class),
                post("/emails/templates/{name}/preview", this::preview)
                        .by(SUPPORT, ADMIN, SERVICE)
                        .says("Show what would be sent")
                        .takes(Preview.class)
                        .answers(200, LetterView.class)
                        .refuses(404, "template_not_found")
                        .refuses(422, "required", "invalid_value"));
    }

    private void list(Context ctx) {
        ctx.json(new Templates(
                Arrays.stream(Template.values()).map(TemplateView::of).toList()));
    }

    private void preview(Context ctx) {
        var template = template(ctx.pathParam("name"));
        var request = Http.body(ctx, Preview.class);
        try {
            var values = template.fill(request.data());
            var letter = letters.write(template, request.locale().orElse(Language.EN), values, Optional.empty());
            ctx.json(new LetterView(letter.subject(), letter.html(), letter.text()));
        } catch (Failure failure) {
            throw failure.within("/data");
        }
    }

    private static Template template(String name) {
        return Arrays.stream(Template.values())
                .filter(template -> Json.name(template).equals(name))
                .findFirst()
                .orElseThrow(() -> Failure.notFound("template", name));
    }
}
