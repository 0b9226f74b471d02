package shop.products.api;

import static shop.platform.http.Role.ADMIN;
import static shop.platform.http.Role.CUSTOMER;
import static shop.platform.http.Role.SUPPORT;
import static shop.platform.http.Route.get;
import static shop.platform.http.Route.post;
import static shop.platform.http.Route.put;

import io.javalin.http.Context;
import java.util.List;
import java.util.OptionalInt;
import shop.platform.http.Http;
import shop.platform.http.Route;
import shop.platform.http.Routes;
import shop.products.api.StockViews.AdjustStock;
import shop.products.api.StockViews.MovementView;
import shop.products.api.StockViews.SetStock;
import shop.products.api.StockViews.SkuView;
import shop.products.api.StockViews.StockView;
import shop.products.domain.Stocking;

/** The stock of a product, for those who work in its store. */
public final class StockRoutes implements Routes {

    private static final String STOCK = "/products/{id}/stock";

    private final Stocking stocking;

    public StockRoutes(Stocking stocking) {
        this.stocking = stocking;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get(STOCK, this::read)
                        .by(CUSTOMER, SUPPORT, ADMIN)
                        .says("Read the stock of a product")
                        .answers(200, StockView.class)
                        .refuses(404, "product_not_found"),
                get(STOCK + "/movements", this::movements)
                        .by(CUSTOMER, SUPPORT, ADMIN)
                        .says("List how the stock of a product moved")
                        .details("The newest first. Nothing is ever taken out: the sum is what is on hand.")
                        .lists(MovementView.class)
                        .refuses(404, "product_not_found"),
                put(STOCK + "/{sku}", this::set)
                        .by(CUSTOMER)
                        .says("Set the stock of a variant, as counted")
                        .takes(SetStock.class)
                        .answers(200, SkuView.class)
                        .refuses(404, "product_not_found", "sku_not_found")
                        .refuses(409, "insufficient_stock"),
                post(STOCK + "/{sku}/adjustments", this::adjust)
                        .by(CUSTOMER)
                        .says("Add to the stock of a variant, or take from it")
                        .takes(AdjustStock.class)
                        .answers(200, SkuView.class)
                        .refuses(404, "product_not_found", "sku_not_found")
                        .refuses(409, "insufficient_stock"));
    }

    private void read(Context ctx) {
        ctx.json(StockView.of(stocking.of(ctx.pathParam("id"), Callers.of(ctx))));
    }

    private void movements(Context ctx) {
        var page = stocking.ledger(ctx.pathParam("id"), Callers.of(ctx), Http.page(ctx));
        Http.answer(ctx, page.map(MovementView::of));
    }

    private void set(Context ctx) {
        var request = Http.body(ctx, SetStock.class);
        var few = request.lowStockThreshold().map(OptionalInt::of).orElse(OptionalInt.empty());
        ctx.json(SkuView.of(
                stocking.set(ctx.pathParam("id"), ctx.pathParam("sku"), request.onHand(), few, Callers.of(ctx))));
    }

    private void adjust(Context ctx) {
        var request = Http.body(ctx, AdjustStock.class);
        ctx.json(SkuView.of(stocking.adjust(
                ctx.pathParam("id"), ctx.pathParam("sku"), request.delta(), request.reason(), Callers.of(ctx))));
    }
}
