package shop.products.domain;

class InMemoryStoresTest extends StoresContract {

    private final InMemoryStores stores = new InMemoryStores();

    @Override
    protected Stores stores() {
        return stores;
    }

    @Override
    protected void calm() {}
}
