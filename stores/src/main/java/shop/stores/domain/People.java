package shop.stores.domain;

/** Whom the shop knows. */
@FunctionalInterface
public interface People {
    boolean has(String userId);
}
