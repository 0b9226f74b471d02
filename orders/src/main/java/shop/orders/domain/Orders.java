package shop.orders.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shop.platform.Page;

/** All orders, wherever they are kept; a change is kept together with the events it causes, or not at all. */
public interface Orders {

    /** Which orders are wanted; what is empty does not matter. */
    record Filter(
            Optional<String> customerId,
            Optional<String> storeId,
            Optional<Status> status,
            Optional<PaymentStatus> paymentStatus,
            Optional<FulfilmentStatus> fulfilmentStatus,
            Optional<Instant> from,
            Optional<Instant> to) {

        public static Filter of(Optional<String> customerId, Optional<String> storeId) {
            return new Filter(
                    customerId,
                    storeId,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        Filter by(String customer) {
            return new Filter(Optional.of(customer), storeId, status, paymentStatus, fulfilmentStatus, from, to);
        }
    }

    Optional<Order> find(String id);

    /** The newest first. */
    Page<Order> list(Filter filter, Page.Request request);

    /** Orders under way that only this store sells, and of which nothing has been sent. */
    List<Order> unshippedOf(String storeId, int limit);

    /** Orders somebody has to look after, the most urgent first. */
    List<Order> due(Instant now, int limit);

    /** Orders of that customer that still say who they are for, and are not to forget it. */
    List<Order> remembering(String customerId, int limit);

    /** False when there is an order of that id already. */
    boolean add(Order order, OrderEvent... events);

    /** Keeps the next version; fails as stale when somebody else has moved the order on. */
    void replace(Order next, List<OrderEvent> events);

    /** Looks after the order later; nothing else changes. */
    void postpone(Order order, Instant dueAt);
}
