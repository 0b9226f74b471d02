package shop.orders.domain;

class InMemoryCartsTest extends CartsContract {

    private final InMemoryCarts carts = new InMemoryCarts();

    @Override
    protected Carts carts() {
        return carts;
    }
}
