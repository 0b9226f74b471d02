package shop.stores.domain;

class InMemoryStoresTest extends StoresContract {

    private final InMemoryStores stores = new InMemoryStores();

    @Override
    protected Stores stores() {
        return stores;
    }

    @Override
    protected int told() {
        return stores.told().size();
    }
}
