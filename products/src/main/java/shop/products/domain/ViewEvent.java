package shop.products.domain;

/** What the rest of the shop may learn about who looks at what. */
public sealed interface ViewEvent {

    record Viewed(String productId, String storeId, String userId) implements ViewEvent {}
}
