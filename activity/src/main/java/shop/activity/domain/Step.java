package shop.activity.domain;

import java.util.Optional;
import java.util.stream.Stream;

/** A step on the way to an order. */
public enum Step {
    PRODUCT_VIEWED(true),
    PRODUCT_ADDED(true),
    CHECKOUT_STARTED(true),
    ORDER_PLACED(false),
    ORDER_PAID(false);

    private final boolean seenByDevices;

    Step(boolean seenByDevices) {
        this.seenByDevices = seenByDevices;
    }

    /** The step that behaviour of this type is: {@code Product Viewed} and {@code product.viewed} are the same. */
    static Optional<Step> of(String type) {
        var name = type.strip().replaceAll("[^A-Za-z]+", "_");
        return Stream.of(values())
                .filter(step -> step.seenByDevices && step.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
