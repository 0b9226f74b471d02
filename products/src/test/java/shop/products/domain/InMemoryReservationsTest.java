package shop.products.domain;

class InMemoryReservationsTest extends ReservationsContract {

    private final InMemoryReservations reservations = new InMemoryReservations();

    @Override
    protected Reservations reservations() {
        return reservations;
    }

    @Override
    protected int told() {
        return reservations.told().size();
    }
}
