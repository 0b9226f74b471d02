package shop.products.domain;

import static shop.products.domain.Persistence.persistently;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import shop.platform.Failure;
import shop.platform.Id;
import shop.platform.Page;

/** The seller's side of the catalogue, and who sees what of it. */
public final class Cataloguing {

    private final Products products;
    private final Categorising categorising;
    private final Storekeeping storekeeping;
    private final Changes changes;
    private final Clock clock;

    public Cataloguing(
            Products products, Categorising categorising, Storekeeping storekeeping, Changes changes, Clock clock) {
        this.products = products;
        this.categorising = categorising;
        this.storekeeping = storekeeping;
        this.changes = changes;
        this.clock = clock;
    }

    /** The same for many at once, with their stock. */
    Shelving shelving(Stocking stocking) {
        return new Shelving(products, categorising, stocking, changes, clock);
    }

    public Product create(String storeId, Details details, Caller caller) {
        return create(storekeeping.workplace(storeId, caller), details);
    }

    Product create(Store store, Details details) {
        var now = clock.instant();
        var product = Product.create(Id.next("prd", now), store, details, now);
        categorising.makeSure(details.categories());
        products.add(product, new ProductEvent.Created(product.snapshot()));
        changes.one(product.id(), product.version());
        return product;
    }

    /** What a caller may not see is as good as not there. */
    public Product read(String id, Caller caller) {
        return products.find(id)
                .filter(product -> visible(product, caller))
                .orElseThrow(() -> Failure.notFound("product", id));
    }

    boolean visible(Product product, Caller caller) {
        return visible(product.storeId(), product.active(), caller);
    }

    public boolean visible(Copy copy, Caller caller) {
        return visible(copy.storeId(), copy.active(), caller);
    }

    private boolean visible(String storeId, boolean active, Caller caller) {
        if (caller.seesAll()) return true;
        return storekeeping
                .find(storeId)
                .filter(store -> (active && store.published()) || store.opensTo(caller))
                .isPresent();
    }

    /** The product, for someone who works in its store. */
    Product owned(String id, Caller caller) {
        var product = read(id, caller);
        if (!storekeeping.of(product).employs(caller)) throw Failure.forbidden();
        return product;
    }

    /** The product, for someone who may look behind the shop window. */
    Product inside(String id, Caller caller) {
        var product = read(id, caller);
        if (!storekeeping.of(product).opensTo(caller)) throw Failure.forbidden();
        return product;
    }

    /** The whole list is for whoever works in the store; others see what is in the shop window. */
    public Page<Product> list(Filter filter, Sorting sorting, Caller caller, Page.Request page) {
        return products.page(categorising.within(storekeeping.showing(filter, caller)), sorting, page);
    }

    /** Those of them that anybody may see and order, in any order. */
    public List<Product> forSale(Collection<String> ids) {
        var window = storekeeping.showing(Filter.LISTED);
        return products.findAll(ids).stream().filter(window::admits).toList();
    }

    public Product replace(String id, Caller caller, OptionalInt seen, Details next) {
        return change(id, caller, seen, before -> next);
    }

    public Product archive(String id, Caller caller, OptionalInt seen) {
        return change(id, caller, seen, before -> before.in(ProductStatus.ARCHIVED));
    }

    private Product change(String id, Caller caller, OptionalInt seen, UnaryOperator<Details> edit) {
        return change(
                () -> {
                    var product = owned(id, caller);
                    product.seenIn(seen);
                    return product;
                },
                edit);
    }

    /** Stock and ratings that move the product on between the look and the write are looked past. */
    Product change(Supplier<Product> look, UnaryOperator<Details> edit) {
        return persistently(look, product -> change(product, edit.apply(product.details())));
    }

    private Product change(Product product, Details details) {
        if (details.equals(product.details())) return product;
        var next = product.edit(storekeeping.of(product), details, clock.instant());
        categorising.makeSure(details.categories());
        products.replace(next, event(product, next));
        changes.one(next.id(), next.version());
        return next;
    }

    static ProductEvent event(Product before, Product next) {
        var archived = next.details().status() == ProductStatus.ARCHIVED
                && before.details().status() != ProductStatus.ARCHIVED;
        return archived ? new ProductEvent.Archived(next.snapshot()) : new ProductEvent.Updated(next.snapshot());
    }

    /** What reviewers think, as reviews last told. */
    public void rate(String id, Rating rating) {
        persistently(tried -> {
            var product = products.find(id).filter(known -> known.rating().sequence() < rating.sequence());
            product.ifPresent(known -> {
                var next = known.rated(rating);
                products.replace(next);
                changes.one(id, next.version());
            });
            return product;
        });
    }
}
