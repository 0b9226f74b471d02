package shop.products.api;

import static shop.platform.http.Role.ADMIN;
import static shop.platform.http.Role.PUBLIC;
import static shop.platform.http.Route.delete;
import static shop.platform.http.Route.get;
import static shop.platform.http.Route.put;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import shop.platform.http.ETag;
import shop.platform.http.Http;
import shop.platform.http.Route;
import shop.platform.http.Routes;
import shop.products.domain.Categorising;
import shop.products.domain.Category;

/** The tree of categories. */
public final class CategoryRoutes implements Routes {

    @Schema(description = "What a category is called and where it stands")
    record PutCategory(
            @Schema(description = "What it is called", example = "Green tea", maxLength = 100)
            String name,

            @Schema(description = "The slug of the category it belongs to", example = "tea", maxLength = 64)
            Optional<String> parent,

            @Schema(description = "Its place among its siblings; 0 when not said", example = "1", minimum = "0")
            Optional<Integer> position) {}

    @Schema(description = "A category")
    record CategoryView(
            @Schema(description = "Its name in addresses", example = "green-tea")
            String slug,

            @Schema(description = "What it is called", example = "Green tea")
            String name,

            @Schema(description = "The slug of the category it belongs to", example = "tea")
            Optional<String> parent,

            @Schema(description = "Its place among its siblings", example = "1")
            int position) {

        static CategoryView of(Category category) {
            return new CategoryView(category.id(), category.name(), category.parent(), category.position());
        }
    }

    @Schema(description = "All categories")
    record CategoriesView(
            @Schema(description = "By position and slug") List<CategoryView> items) {}

    private static final String CATEGORY = "/products/categories/{slug}";

    private final Categorising categorising;

    public CategoryRoutes(Categorising categorising) {
        this.categorising = categorising;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/products/categories", this::all)
                        .by(PUBLIC)
                        .says("List all categories")
                        .answers(200, CategoriesView.class),
                put(CATEGORY, this::change)
                        .by(ADMIN)
                        .says("Make or change a category")
                        .takes(PutCategory.class)
                        .answers(200, CategoryView.class)
                        .refuses(409, "too_many_categories"),
                delete(CATEGORY, this::remove)
                        .by(ADMIN)
                        .says("Remove a category")
                        .answers(204)
                        .refuses(404, "category_not_found")
                        .refuses(409, "category_in_use"));
    }

    private void all(Context ctx) {
        ctx.json(new CategoriesView(
                categorising.all().stream().map(CategoryView::of).toList()));
    }

    private void change(Context ctx) {
        var request = Http.body(ctx, PutCategory.class);
        var category = categorising.put(
                ctx.pathParam("slug"),
                request.name(),
                request.parent(),
                request.position().orElse(0),
                ETag.given(ctx));
        ETag.send(ctx, category.version());
        ctx.json(CategoryView.of(category));
    }

    private void remove(Context ctx) {
        categorising.remove(ctx.pathParam("slug"), ETag.given(ctx));
        ctx.status(HttpStatus.NO_CONTENT);
    }
}
