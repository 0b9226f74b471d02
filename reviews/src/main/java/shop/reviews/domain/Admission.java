package shop.reviews.domain;

import shop.platform.Failure;

/** What may be reviewed, and by whom. */
public final class Admission {

    private final Catalogue catalogue;
    private final Archive archive;
    private final Purchases purchases;
    private final boolean purchaseRequired;

    public Admission(Catalogue catalogue, Archive archive, Purchases purchases, boolean purchaseRequired) {
        this.catalogue = catalogue;
        this.archive = archive;
        this.purchases = purchases;
        this.purchaseRequired = purchaseRequired;
    }

    Product product(String id) {
        if (archive.has(id)) throw archived();
        var product = catalogue
                .find(id)
                .orElseThrow(() -> Failure.invalid("/productId", "product_not_found", "there is no such product"));
        if (product.archived()) throw archived();
        return product;
    }

    /** Whether they have received it. */
    boolean buyer(String userId, String productId) {
        var bought = purchases.has(userId, productId);
        if (purchaseRequired && !bought) {
            throw Failure.of(Failure.Kind.FORBIDDEN, "purchase_required", "only those who received it may review it");
        }
        return bought;
    }

    private static Failure archived() {
        return Failure.conflict("product_archived", "the product is no longer sold");
    }
}
