package shop.products.api;

import static shop.platform.http.Role.ADMIN;
import static shop.platform.http.Role.CUSTOMER;
import static shop.platform.http.Role.SUPPORT;
import static shop.platform.http.Route.Trait.NO_KEY;
import static shop.platform.http.Route.Trait.STREAM;
import static shop.platform.http.Route.get;
import static shop.platform.http.Route.post;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import shop.platform.http.Http;
import shop.platform.http.Route;
import shop.platform.http.Routes;
import shop.products.api.ImportViews.ImportItem;
import shop.products.api.ImportViews.ImportView;
import shop.products.domain.Importing;
import shop.products.domain.Importing.Read;

/** Whole catalogues at once. */
public final class ImportRoutes implements Routes {

    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";

    private final Importing importing;
    private final ImportDesk desk;

    public ImportRoutes(Importing importing, ImportDesk desk) {
        this.importing = importing;
        this.desk = desk;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                post("/products/import", this::take)
                        .by(CUSTOMER)
                        .says("Import products from a file")
                        .details("""
                                NDJSON, or CSV with the header `sku,title,description,categories,brand,price,currency,onHand,imageUrl,status` \
                                and `attr.<name>` columns; categories between `|`, prices in minor units. A known SKU is changed, another made; \
                                a line that is wrong does not stop the others. The same file may be sent again.""")
                        .query("storeId", "The store they are for; required")
                        .takes(ImportItem.class, NDJSON, CSV)
                        .answers(202, ImportView.class)
                        .refuses(409, "store_closed")
                        .refuses(429, "too_many_imports")
                        .with(NO_KEY, STREAM),
                get("/products/imports/{id}", this::read)
                        .by(CUSTOMER, SUPPORT, ADMIN)
                        .says("See how far an import has come")
                        .answers(200, ImportView.class)
                        .refuses(404, "import_not_found"));
    }

    private void take(Context ctx) {
        var storeId = Http.query(ctx, "storeId").orElseThrow(() -> Http.parameter("storeId", "is required"));
        var csv = Optional.ofNullable(ctx.contentType()).orElse("").startsWith(CSV);
        Function<InputStream, Iterator<Read>> format = csv ? CsvLines::new : NdjsonLines::new;
        var job = desk.take(storeId, Callers.of(ctx), Http.stream(ctx), format);
        ctx.status(HttpStatus.ACCEPTED).header("Location", "/products/imports/" + job.id());
        ctx.json(ImportView.of(job));
    }

    private void read(Context ctx) {
        ctx.json(ImportView.of(importing.read(ctx.pathParam("id"), Callers.of(ctx))));
    }
}
