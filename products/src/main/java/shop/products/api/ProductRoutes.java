package shop.products.api;

import static shop.platform.http.Role.CUSTOMER;
import static shop.platform.http.Role.PUBLIC;
import static shop.platform.http.Role.SERVICE;
import static shop.platform.http.Route.Trait.CACHED;
import static shop.platform.http.Route.Trait.IF_MATCH;
import static shop.platform.http.Route.delete;
import static shop.platform.http.Route.get;
import static shop.platform.http.Route.patch;
import static shop.platform.http.Route.post;
import static shop.platform.http.Route.put;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import shop.platform.Failure;
import shop.platform.http.ETag;
import shop.platform.http.Http;
import shop.platform.http.Principal;
import shop.platform.http.Route;
import shop.platform.http.Routes;
import shop.products.domain.Cataloguing;
import shop.products.domain.Product;
import shop.products.domain.Sorting;
import shop.products.domain.Viewing;

/** The catalogue: the routes of products themselves. */
public final class ProductRoutes implements Routes {

    private static final String PRODUCT = "/products/{id}";
    private static final int MOST = 100; // lines of a cart
    private static final String NOT_FOUND = "product_not_found";

    private final Cataloguing cataloguing;
    private final Viewing viewing;
    private final ProductCache cache;

    public ProductRoutes(Cataloguing cataloguing, Viewing viewing, ProductCache cache) {
        this.cataloguing = cataloguing;
        this.viewing = viewing;
        this.cache = cache;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Filters.on(get("/products", this::list))
                        .by(PUBLIC, CUSTOMER, SERVICE)
                        .says("List products")
                        .details("Active products of published stores; whoever works in a store sees all of its own.")
                        .query("status", List.of("draft", "active", "archived"), "Only these; in one's own store")
                        .query("sort", List.of("createdAt", "-createdAt", "price", "-price", "title"), "-createdAt")
                        .lists(ProductView.class)
                        .refuses(403, "forbidden"),
                post("/products", this::create)
                        .by(CUSTOMER)
                        .says("Offer a product")
                        .takes(CreateProduct.class)
                        .answers(201, ProductView.class)
                        .refuses(409, "sku_taken", "store_closed"),
                get("/products/recently-viewed", this::recentlyViewed)
                        .by(CUSTOMER)
                        .says("List what I have looked at")
                        .details("The newest first, the last 50 products at most, none twice.")
                        .lists(ProductView.class),
                get("/products/for-sale", this::forSale)
                        .by(SERVICE)
                        .says("Read what is for sale of these products")
                        .details("Carts ask for all of their products at once; what is not for sale is left out.")
                        .query("ids", "The products, between commas: 1 to " + MOST + ", in any order")
                        .answers(200, ForSaleView.class),
                get(PRODUCT, this::read)
                        .by(PUBLIC, CUSTOMER, SERVICE)
                        .says("Read a product")
                        .answers(200, ProductView.class)
                        .refuses(404, NOT_FOUND)
                        .with(CACHED),
                put(PRODUCT, this::replace)
                        .by(CUSTOMER)
                        .says("Replace a product")
                        .takes(EditProduct.class)
                        .answers(200, ProductView.class)
                        .refuses(404, NOT_FOUND)
                        .refuses(409, "sku_taken")
                        .with(IF_MATCH),
                patch(PRODUCT, this::edit)
                        .by(CUSTOMER)
                        .says("Change a product")
                        .takes(EditProduct.class)
                        .answers(200, ProductView.class)
                        .refuses(404, NOT_FOUND)
                        .refuses(409, "sku_taken")
                        .with(IF_MATCH),
                delete(PRODUCT, this::archive)
                        .by(CUSTOMER)
                        .says("Archive a product")
                        .answers(204)
                        .refuses(404, NOT_FOUND));
    }

    private void list(Context ctx) {
        var page = cataloguing.list(Filters.of(ctx), sorting(ctx), Callers.of(ctx), Http.page(ctx));
        Http.answer(ctx, page.map(ProductView::of));
    }

    private static Sorting sorting(Context ctx) {
        return switch (Http.query(ctx, "sort").orElse("")) {
            case "createdAt" -> Sorting.OLDEST;
            case "price" -> Sorting.CHEAPEST;
            case "-price" -> Sorting.DEAREST;
            case "title" -> Sorting.TITLE;
            default -> Sorting.NEWEST;
        };
    }

    private void create(Context ctx) {
        var request = Http.body(ctx, CreateProduct.class);
        var product = cataloguing.create(request.storeId(), request.details(), Callers.of(ctx));
        ctx.status(HttpStatus.CREATED).header("Location", "/products/" + product.id());
        answer(ctx, product);
    }

    private void recentlyViewed(Context ctx) {
        Http.answer(ctx, viewing.recently(Callers.of(ctx), Http.page(ctx)).map(ProductView::of));
    }

    private void forSale(Context ctx) {
        var ids = Http.query(ctx, "ids")
                .map(text -> List.of(text.split(",", MOST + 2)))
                .orElse(List.of());
        if (ids.isEmpty() || ids.size() > MOST) throw Http.parameter("ids", "must name 1 to " + MOST + " products");
        ctx.json(ForSaleView.of(cataloguing.forSale(Set.copyOf(ids))));
    }

    private void read(Context ctx) {
        var id = ctx.pathParam("id");
        var copy = cache.find(id)
                .filter(found -> cataloguing.visible(found, Callers.of(ctx)))
                .orElseThrow(() -> Failure.notFound("product", id));
        Principal.find(ctx)
                .filter(who -> who.hasAny(CUSTOMER))
                .ifPresent(who -> viewing.saw(who.userId(), copy.id(), copy.storeId()));
        if (copy.listed()) ctx.header("Cache-Control", "no-cache"); // may be kept, but is asked about each time
        if (ETag.known(ctx, Integer.toString(copy.version()))) return;
        ctx.contentType("application/json").result(copy.json());
    }

    private void replace(Context ctx) {
        var caller = Callers.of(ctx);
        var seen = seen(ctx);
        var next = Http.body(ctx, EditProduct.class);
        var current = cataloguing.read(ctx.pathParam("id"), caller);
        answer(ctx, cataloguing.replace(current.id(), caller, seen, next.details(current)));
    }

    private void edit(Context ctx) {
        var caller = Callers.of(ctx);
        var seen = seen(ctx);
        var current = cataloguing.read(ctx.pathParam("id"), caller);
        var next = Http.merged(ctx, EditProduct.of(current), EditProduct.class);
        answer(ctx, cataloguing.replace(current.id(), caller, seen, next.details(current)));
    }

    private void archive(Context ctx) {
        cataloguing.archive(ctx.pathParam("id"), Callers.of(ctx), ETag.given(ctx));
        ctx.status(HttpStatus.NO_CONTENT);
    }

    private static OptionalInt seen(Context ctx) {
        return OptionalInt.of(ETag.required(ctx));
    }

    private static void answer(Context ctx, Product product) {
        ETag.send(ctx, product.version());
        ctx.json(ProductView.of(product));
    }
}
