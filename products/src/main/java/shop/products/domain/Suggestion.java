package shop.products.domain;

import java.util.Optional;

/** A completion of what somebody types. */
public record Suggestion(Type type, String text, Optional<String> id) {

    /** Of what kind it is. */
    public enum Type {
        PRODUCT,
        CATEGORY,
        BRAND
    }
}
