package shop.orders.mongo;

import static java.time.ZoneOffset.UTC;
import static shop.platform.testing.TestPlatform.NOON;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shop.orders.domain.FulfilmentStatus;
import shop.orders.domain.OrderEvent;
import shop.orders.domain.Orders.Filter;
import shop.orders.domain.PaymentStatus;
import shop.orders.domain.Status;
import shop.orders.events.OrderWire;
import shop.platform.mongo.MongoOutbox;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.Plans;

class PlansTest {

    private static final Clock CLOCK = Clock.fixed(NOON, UTC);

    private static final Filter ALL = Filter.of(Optional.empty(), Optional.empty());
    private static final Filter ANNS = Filter.of(Optional.of("ann"), Optional.empty());
    private static final Filter TEAS = Filter.of(Optional.empty(), Optional.of("tea"));

    @Test
    void everyListOfOrdersRidesOnAnIndex() {
        Plans.assertIndexed(database -> {
            var documents = database.getCollection("orders");
            try (var outbox = new MongoOutbox<OrderEvent>(documents, OrderWire::fact, new InMemoryBus(), CLOCK)) {
                var orders = new MongoOrders(documents, outbox);
                for (var page : Plans.pages(Date.from(NOON))) filters().forEach(filter -> orders.list(filter, page));
                orders.unshippedOf("tea", 9);
                orders.due(NOON, 9);
                orders.remembering("ann", 9);
            }
        });
    }

    private static List<Filter> filters() {
        return List.of(
                ALL,
                ANNS,
                TEAS,
                with(ALL, Optional.of(Status.PLACED), Optional.empty(), Optional.empty()),
                with(ALL, Optional.empty(), Optional.of(PaymentStatus.PAID), Optional.empty()),
                with(ALL, Optional.empty(), Optional.empty(), Optional.of(FulfilmentStatus.SHIPPED)),
                with(ANNS, Optional.of(Status.PLACED), Optional.empty(), Optional.empty()),
                with(TEAS, Optional.of(Status.PLACED), Optional.empty(), Optional.empty()),
                with(TEAS, Optional.empty(), Optional.of(PaymentStatus.PAID), Optional.empty()),
                with(TEAS, Optional.empty(), Optional.empty(), Optional.of(FulfilmentStatus.SHIPPED)));
    }

    /** Of a day, too, as that is a range of what the list is sorted by. */
    private static Filter with(
            Filter whose,
            Optional<Status> status,
            Optional<PaymentStatus> payment,
            Optional<FulfilmentStatus> fulfilment) {
        var day = Optional.of(NOON);
        return new Filter(whose.customerId(), whose.storeId(), status, payment, fulfilment, day, day);
    }

    @Test
    void whatTheSweepersLookForRidesOnAnIndex() {
        Plans.assertIndexed(PlansTest::sweep);
    }

    private static void sweep(MongoDatabase database) {
        new MongoCharges(database).toCall(NOON, 9);
        new MongoPlacements(database).sweep(NOON);
        new MongoCarts(database).find("ann");
        new MongoStores(database).find("tea");
    }
}
