package shop.products.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import shop.platform.Failure;
import shop.platform.mongo.Documents;
import shop.platform.mongo.MongoOutbox;
import shop.platform.mongo.MongoRecords;
import shop.products.domain.Reservation;
import shop.products.domain.ReservationEvent;
import shop.products.domain.Reservations;

/** Reservations in MongoDB: one document for each order. */
public final class MongoReservations implements Reservations {

    private final Documents<Reservation> mapping = Documents.of(Reservation.class, Names.MIX_INS);
    private final MongoRecords<Reservation> records;
    private final MongoOutbox<ReservationEvent> outbox;

    public MongoReservations(MongoCollection<Document> documents, MongoOutbox<ReservationEvent> outbox) {
        this.records = new MongoRecords<>(documents, mapping);
        this.outbox = outbox;
        documents.createIndex(ascending("status", "expiresAt"));
        documents.createIndex(ascending("unfinished", "since"));
    }

    @Override
    public Optional<Reservation> find(String orderId) {
        return records.find(orderId);
    }

    @Override
    public void add(Reservation first) {
        MongoRecords.unique(() -> outbox.insert(mapping.write(first), List.of()), () -> Failure.stale(first.id()));
    }

    @Override
    public void replace(Reservation next, ReservationEvent... events) {
        outbox.replace(mapping.write(next), List.of(events));
    }

    @Override
    public List<Reservation> expired(Instant now, int limit) {
        return records.list(and(in("status", "pending", "held"), lt("expiresAt", Date.from(now))), limit);
    }

    @Override
    public List<Reservation> unfinished(Instant before, int limit) {
        return records.list(and(eq("unfinished", true), lt("since", Date.from(before))), limit);
    }
}
