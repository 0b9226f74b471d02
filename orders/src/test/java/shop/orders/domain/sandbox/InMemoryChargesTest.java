package shop.orders.domain.sandbox;

class InMemoryChargesTest extends ChargesContract {

    private final InMemoryCharges charges = new InMemoryCharges();

    @Override
    protected Charges charges() {
        return charges;
    }
}
