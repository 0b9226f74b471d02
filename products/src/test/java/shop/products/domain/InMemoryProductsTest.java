package shop.products.domain;

class InMemoryProductsTest extends ProductsContract {

    private final InMemoryProducts products = new InMemoryProducts();

    @Override
    protected Products products() {
        return products;
    }

    @Override
    protected int told() {
        return products.told().size();
    }
}
