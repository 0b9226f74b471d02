package shop.products.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;

import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;
import shop.products.domain.Hold;

/** How a hold comes into a stock document and leaves it. */
final class HoldUpdates {

    private HoldUpdates() {}

    static Bson taking(Hold hold) {
        var entry = new Document("key", hold.key())
                .append("quantity", hold.quantity())
                .append("expiresAt", Date.from(hold.expiresAt()));
        return combine(inc("available", -hold.quantity()), inc("reserved", hold.quantity()), push("holds", entry));
    }

    static Bson leaving(Hold hold) {
        return combine(inc("reserved", -hold.quantity()), pull("holds", new Document("key", hold.key())));
    }

    static Bson held(String id, Hold hold) {
        return and(eq("_id", id), elemMatch("holds", and(eq("key", hold.key()), eq("quantity", hold.quantity()))));
    }
}
