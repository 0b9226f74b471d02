package shop.orders.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.size;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import shop.orders.domain.FulfilmentStatus;
import shop.orders.domain.Order;
import shop.orders.domain.OrderEvent;
import shop.orders.domain.Orders;
import shop.orders.domain.Privacy;
import shop.orders.domain.Status;
import shop.platform.Page;
import shop.platform.json.Json;
import shop.platform.mongo.Documents;
import shop.platform.mongo.MongoOutbox;
import shop.platform.mongo.MongoRecords;

/** Orders in MongoDB: one document each, with the events it has still to tell. */
public final class MongoOrders implements Orders {

    private static final String CREATED = "createdAt";
    private static final String CUSTOMER = "customerId";
    private static final String STORES = "storeIds";
    private static final String STATUS = "status";
    private static final String PAYMENT = "payment.status";
    private static final String FULFILMENT = "fulfilment.status";
    private static final String DUE = "dueAt";

    private final MongoCollection<Document> documents;
    private final MongoOutbox<OrderEvent> outbox;
    private final Documents<Order> mapping = Documents.of(Order.class);
    private final MongoRecords<Order> records;

    public MongoOrders(MongoCollection<Document> documents, MongoOutbox<OrderEvent> outbox) {
        this.documents = documents;
        this.outbox = outbox;
        this.records = new MongoRecords<>(documents, mapping);
        documents.createIndex(Indexes.ascending("number"), new IndexOptions().unique(true));
        documents.createIndex(Indexes.ascending(DUE));
        documents.createIndex(Indexes.ascending(CUSTOMER, "privacy"));
        Stream.of(
                        List.<String>of(),
                        List.of(CUSTOMER),
                        List.of(STORES),
                        List.of(STATUS),
                        List.of(PAYMENT),
                        List.of(FULFILMENT),
                        List.of(STORES, STATUS),
                        List.of(STORES, PAYMENT),
                        List.of(STORES, FULFILMENT),
                        List.of(CUSTOMER, STATUS))
                .map(MongoOrders::newestFirstWithin)
                .forEach(documents::createIndex);
    }

    private static Bson newestFirstWithin(List<String> fields) {
        return fields.isEmpty()
                ? Indexes.descending(CREATED, "_id")
                : Indexes.compoundIndex(Indexes.ascending(fields), Indexes.descending(CREATED, "_id"));
    }

    @Override
    public Optional<Order> find(String id) {
        return records.find(id);
    }

    @Override
    public Page<Order> list(Filter filter, Page.Request request) {
        List<Bson> conditions = new ArrayList<>();
        filter.customerId().ifPresent(id -> conditions.add(eq(CUSTOMER, id)));
        filter.storeId().ifPresent(id -> conditions.add(eq(STORES, id)));
        filter.status().ifPresent(status -> conditions.add(eq(STATUS, Json.name(status))));
        filter.paymentStatus().ifPresent(status -> conditions.add(eq(PAYMENT, Json.name(status))));
        filter.fulfilmentStatus().ifPresent(status -> conditions.add(eq(FULFILMENT, Json.name(status))));
        filter.from().ifPresent(from -> conditions.add(gte(CREATED, Date.from(from))));
        filter.to().ifPresent(to -> conditions.add(lt(CREATED, Date.from(to))));
        var wanted = conditions.isEmpty() ? new Document() : and(conditions);
        return records.page(wanted, new MongoRecords.Order(CREATED, true), request);
    }

    @Override
    public List<Order> unshippedOf(String storeId, int limit) {
        return records.list(
                and(
                        eq(STORES, storeId),
                        eq(STATUS, Json.name(Status.PLACED)),
                        eq(FULFILMENT, Json.name(FulfilmentStatus.UNFULFILLED)),
                        size(STORES, 1)),
                limit);
    }

    @Override
    public List<Order> due(Instant now, int limit) {
        return documents
                .find(lte(DUE, Date.from(now)))
                .sort(Sorts.ascending(DUE))
                .limit(limit)
                .map(mapping::read)
                .into(new ArrayList<>());
    }

    @Override
    public List<Order> remembering(String customerId, int limit) {
        return records.list(and(eq(CUSTOMER, customerId), eq("privacy", Json.name(Privacy.KEPT))), limit);
    }

    @Override
    public boolean add(Order order, OrderEvent... events) {
        return Writes.unique(() -> outbox.insert(mapping.write(order), List.of(events)));
    }

    @Override
    public void replace(Order next, List<OrderEvent> events) {
        outbox.replace(mapping.write(next), events);
    }

    @Override
    public void postpone(Order order, Instant dueAt) {
        var unchanged = and(eq("_id", order.id()), eq("version", order.version()));
        documents.updateOne(unchanged, set(DUE, Date.from(dueAt)));
    }
}
