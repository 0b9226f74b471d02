package shop.activity.events;

import java.util.Set;
import java.util.TreeMap;
import shop.platform.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What of an event's data enters the audit log, which nobody can change afterwards: fields that are known to name nobody.
 * A field is left out until it is named here.
 */
final class Redaction {

    private static final Set<String> IDS = Set.of(
            "authorId",
            "by",
            "customerId",
            "emailId",
            "orderId",
            "ownerId",
            "productId",
            "reference",
            "reviewId",
            "sessionId",
            "sku",
            "skus",
            "staffIds",
            "storeId",
            "storeIds",
            "userId");

    private static final Set<String> STATES = Set.of(
            "declineCode",
            "fulfilmentStatus",
            "how",
            "locale",
            "marketingConsent",
            "method",
            "newDevice",
            "paymentMethod",
            "paymentStatus",
            "previous",
            "provider",
            "restock",
            "roles",
            "status",
            "template",
            "type",
            "verifiedPurchase");

    private static final Set<String> FIGURES = Set.of(
            "1",
            "2",
            "3",
            "4",
            "5",
            "amount",
            "available",
            "average",
            "count",
            "currency",
            "delta",
            "expiresAt",
            "number",
            "onHand",
            "quantity",
            "rating",
            "reserved",
            "threshold",
            "verifiedCount");

    private static final Set<String> PARTS = Set.of(
            "brand",
            "carrier",
            "categories",
            "country",
            "grand",
            "histogram",
            "items",
            "lines",
            "payment",
            "refund",
            "refunded",
            "returned",
            "shipment",
            "shipping",
            "tax",
            "total",
            "totals",
            "unitPrice");

    /** A reason is kept when it is one of the platform's, and not when somebody wrote it. */
    private static final String REASON = "reason";

    private static final String CODE = "[a-z]+(_[a-z]+)*";

    private Redaction() {}

    /** As JSON text with its keys sorted, so that the same data is always the same text. */
    static String of(JsonNode data) {
        return Json.TOLERANT.writeValueAsString(known(data));
    }

    private static Object known(JsonNode data) {
        return switch (data) {
            case ObjectNode object -> {
                var fields = new TreeMap<String, Object>();
                object.properties().stream()
                        .filter(field -> isKept(field.getKey(), field.getValue()))
                        .forEach(field -> fields.put(field.getKey(), known(field.getValue())));
                yield fields;
            }
            case ArrayNode array -> array.valueStream().map(Redaction::known).toList();
            default -> data;
        };
    }

    private static boolean isKept(String name, JsonNode value) {
        if (name.equals(REASON)) return value.isString() && value.asString().matches(CODE);
        return IDS.contains(name) || STATES.contains(name) || FIGURES.contains(name) || PARTS.contains(name);
    }
}
