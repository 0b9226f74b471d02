package shop.products.domain;

/** Where products keeps what it knows. */
public record Storage(
        Products products,
        Stocks stocks,
        Reservations reservations,
        Categories categories,
        Stores stores,
        Views views,
        Imports imports) {}
