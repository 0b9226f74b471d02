package shop.reviews.domain;

class InMemoryPurchasesTest extends PurchasesContract {

    private final Purchases purchases = new InMemoryPurchases();

    @Override
    protected Purchases purchases() {
        return purchases;
    }
}
