package shop.products.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import shop.platform.json.Json;
import shop.platform.mongo.Documents;
import shop.products.domain.Movement;
import shop.products.domain.Stock;

/** How a stock document moves on, and from what. */
final class StockUpdates {

    static final String DIRTY = "dirty";
    static final String MOVEMENTS = "movements";

    private static final Documents<Movement> MAPPING = Documents.of(Movement.class);

    private StockUpdates() {}

    static Document write(Movement movement) {
        var document = MAPPING.write(movement);
        document.append("id", document.remove("_id"));
        return document;
    }

    static List<Document> write(List<Movement> movements) {
        return movements.stream().map(StockUpdates::write).toList();
    }

    static Bson known(Stock seen) {
        return and(eq("_id", seen.id()), eq("version", seen.version()));
    }

    static Bson unmoved(Stock seen, Movement movement) {
        return and(
                known(seen),
                eq("onHand", seen.onHand()),
                gte("available", -movement.delta()),
                ne(MOVEMENTS + ".id", movement.id()));
    }

    static Bson moving(Movement movement) {
        return combine(
                inc("onHand", movement.delta()),
                inc("available", movement.delta()),
                inc("sold", movement.sold()),
                push(MOVEMENTS, write(movement)));
    }

    static Bson touching(Bson... changes) {
        return combine(combine(changes), inc("touched", 1), set(DIRTY, true));
    }

    static Bson settled(Stock seen) {
        var entries = seen.entries();
        var balance = entries.isEmpty() ? seen.ledger() : entries.getLast().onHandAfter();
        var ids = seen.movements().stream().map(Movement::id).toList();
        return combine(
                pull(MOVEMENTS, in("id", ids)),
                set("ledger", balance),
                inc("drained", entries.size()),
                set("announced", Json.name(seen.availability())),
                inc("version", 1));
    }
}
