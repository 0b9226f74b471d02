package shop.orders.domain;

import java.time.Clock;
import java.time.Duration;

/** Everything that can be done with orders, put together. */
public record Office(
        StoreBook stores,
        Changing changing,
        Reading reading,
        Placing placing,
        Carting carting,
        CheckingOut checkingOut,
        Cancelling cancelling,
        Settling settling,
        Paying paying,
        Refunding refunding,
        Shipping shipping,
        Tending tending,
        Forgetting forgetting) {

    public static Office of(Books books, Neighbours neighbours, Duration paymentWindow, Clock clock) {
        var orders = books.orders();
        var cards = neighbours.cards();
        var stores = new StoreBook(books.stores(), neighbours.stores());
        var changing = new Changing(orders, stores);
        var refunding = new Refunding(changing, cards, clock);
        var settling = new Settling(changing, refunding, cards, clock);
        var cancelling = new Cancelling(orders, changing, refunding, clock);
        var placing = new Placing(books, neighbours, paymentWindow, clock);
        var carting = new Carting(books.carts(), neighbours.catalogue(), clock);
        return new Office(
                stores,
                changing,
                new Reading(orders, stores),
                placing,
                carting,
                new CheckingOut(placing, carting),
                cancelling,
                settling,
                new Paying(changing, settling, neighbours, clock),
                refunding,
                new Shipping(changing, clock),
                new Tending(orders, settling, refunding, cancelling, clock),
                new Forgetting(orders, books.carts(), changing, clock));
    }
}
