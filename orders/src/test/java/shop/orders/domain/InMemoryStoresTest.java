package shop.orders.domain;

class InMemoryStoresTest extends StoresContract {

    private final InMemoryStores stores = new InMemoryStores();

    @Override
    protected Stores stores() {
        return stores;
    }
}
