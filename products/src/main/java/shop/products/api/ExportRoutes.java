package shop.products.api;

import static shop.platform.http.Role.SERVICE;
import static shop.platform.http.Route.get;

import io.javalin.http.Context;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import shop.platform.http.Route;
import shop.platform.http.Routes;
import shop.products.api.ImportViews.ImportView;
import shop.products.api.StockViews.MovementView;
import shop.products.domain.Privacy;
import shop.products.domain.View;

/** What is kept of a person, for the person. */
public final class ExportRoutes implements Routes {

    @Schema(description = "All that products keeps of one person, the newest 1,000 of each kind")
    record PersonalData(
            @Schema(description = "What they have looked at")
            List<ViewedView> recentlyViewed,

            @Schema(description = "Stock they have moved") List<MovementView> movements,

            @Schema(description = "Files they have imported")
            List<ImportView> imports) {

        static PersonalData of(Privacy.Kept kept) {
            return new PersonalData(
                    kept.views().stream().map(ViewedView::of).toList(),
                    kept.movements().stream().map(MovementView::of).toList(),
                    kept.imports().stream().map(ImportView::of).toList());
        }
    }

    @Schema(description = "A look at a product")
    record ViewedView(
            @Schema(description = "The product", example = "prd_01m1c2jv00e8e8qfx9b2d3n401")
            String productId,

            @Schema(description = "When") Instant at) {

        static ViewedView of(View view) {
            return new ViewedView(view.productId(), view.at());
        }
    }

    private final Privacy privacy;

    public ExportRoutes(Privacy privacy) {
        this.privacy = privacy;
    }

    @Override
    public List<Route> routes() {
        return List.of(get("/products/export/{userId}", this::export)
                .by(SERVICE)
                .says("Everything kept of one person")
                .answers(200, PersonalData.class));
    }

    private void export(Context ctx) {
        ctx.json(PersonalData.of(privacy.of(ctx.pathParam("userId"))));
    }
}
