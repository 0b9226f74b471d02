package shop.email.domain;

import static shop.email.domain.Kind.COUNT;
import static shop.email.domain.Kind.LINES;
import static shop.email.domain.Kind.MONEY;
import static shop.email.domain.Kind.TEXT;
import static shop.email.domain.Kind.TIME;
import static shop.email.domain.Variable.optional;
import static shop.email.domain.Variable.required;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shop.platform.Failure;
import shop.platform.Failure.Problem;

/** Every mail the shop knows to write, and what it needs for that. */
public enum Template {
    WELCOME("after registration", reader()),
    VERIFY_EMAIL("to prove an address", reader(), token(), time("expiresAt")),
    PASSWORD_RESET("after a forgotten password", reader(), token(), time("expiresAt")),
    PASSWORD_CHANGED("after a new password", reader(), time("changedAt"), origin()),
    NEW_SIGN_IN(
            "after a sign-in on a device not seen before",
            reader(),
            time("signedInAt"),
            origin(),
            optional("device", TEXT, "Firefox on Linux")),
    ORDER_CONFIRMATION("after an order", reader(), orderId(), number(), items(), total()),
    PAYMENT_RECEIVED("after a payment", reader(), orderId(), number(), total()),
    ORDER_SHIPPED(
            "when a parcel leaves",
            reader(),
            orderId(),
            number(),
            optional("items", LINES, lines()),
            required("carrier", TEXT, "DHL"),
            required("trackingNumber", TEXT, "JD014600003")),
    ORDER_DELIVERED("when a parcel has arrived", reader(), orderId(), number()),
    ORDER_CANCELLED(
            "when an order is cancelled or has expired",
            reader(),
            orderId(),
            number(),
            optional("reason", TEXT, "changed my mind")),
    ORDER_REFUNDED(
            "when money goes back",
            reader(),
            orderId(),
            number(),
            required("amount", MONEY, money()),
            optional("reason", TEXT, "late")),
    REVIEW_REQUEST("some days after an order has arrived", reader(), orderId(), number(), items()),
    LOW_STOCK(
            "to a store whose stock runs out",
            required("storeName", TEXT, "Tea House"),
            required("productId", TEXT, "prd_01m1c2jv00e8e8qfx9b2d3n401"),
            required("title", TEXT, "Green tea"),
            required("sku", TEXT, "TEA-1"),
            required("available", COUNT, 3),
            optional("threshold", COUNT, 5)),
    ACCOUNT_DELETED("when an account is gone", reader());

    private final String occasion;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is, though its type does not say so
    private final List<Variable> variables;

    Template(String occasion, Variable... variables) {
        this.occasion = occasion;
        this.variables = List.of(variables);
    }

    /** When it is sent. */
    public String occasion() {
        return occasion;
    }

    public List<Variable> variables() {
        return variables;
    }

    /** Whether people must get it even when they want no mails: it is about their account or their order. */
    public boolean essential() {
        return this != REVIEW_REQUEST && this != LOW_STOCK;
    }

    /** Fills the gaps, or names everything that is missing, wrong or unknown, by pointers from the data. */
    public Map<String, Value> fill(Map<String, Object> data) {
        var values = new LinkedHashMap<String, Value>();
        var problems = new ArrayList<Problem>();
        for (var variable : variables) {
            var raw = data.get(variable.name());
            if (raw != null) read(variable, raw, values, problems);
            else if (variable.required()) problems.add(problem(variable.name(), "required", "must be there"));
        }
        data.keySet().stream()
                .filter(key ->
                        variables.stream().noneMatch(known -> known.name().equals(key)))
                .forEach(key -> problems.add(problem(key, "unknown_field", "this template does not know it")));
        if (!problems.isEmpty()) throw Failure.of(Failure.Kind.INVALID, problems);
        return values;
    }

    private static void read(Variable variable, Object raw, Map<String, Value> values, List<Problem> problems) {
        try {
            values.put(variable.name(), variable.kind().read(raw));
        } catch (Failure failure) {
            problems.addAll(failure.within(pointer(variable.name())).problems());
        }
    }

    private static Problem problem(String field, String code, String message) {
        return new Problem(pointer(field), code, message);
    }

    private static String pointer(String field) {
        return "/" + field.replace("~", "~0").replace("/", "~1"); // RFC 6901
    }

    /** What the document shows as data: the example of every variable. */
    public Map<String, Object> example() {
        var example = new LinkedHashMap<String, Object>();
        variables.forEach(variable -> example.put(variable.name(), variable.example()));
        return example;
    }

    private static Variable reader() {
        return optional("displayName", TEXT, "Ann");
    }

    private static Variable token() {
        return required("token", TEXT, "q83vEjRWeJCrze8SNFZ4kA");
    }

    private static Variable time(String name) {
        return optional(name, TIME, "2030-01-02T12:00:00.000Z");
    }

    private static Variable origin() {
        return optional("address", TEXT, "203.0.113.7");
    }

    private static Variable orderId() {
        return required("orderId", TEXT, "ord_01m1c2jv00e8e8qfx9b2d3n401");
    }

    private static Variable number() {
        return required("number", TEXT, "2030-000001");
    }

    private static Variable items() {
        return required("items", LINES, lines());
    }

    private static Variable total() {
        return required("total", MONEY, money());
    }

    private static Object money() {
        return Map.of("amount", 998, "currency", "EUR");
    }

    private static Object lines() {
        return List.of(Map.of("title", "Green tea", "quantity", 2, "total", money()));
    }
}
