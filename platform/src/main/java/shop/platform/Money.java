package shop.platform;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Currency;
import java.util.Set;

/**
 * An amount in the minor units of its currency: 1999 EUR is €19.99, 500 JPY is ¥500. Never a floating point number.
 *
 * @param amount minor units, as many decimals as ISO 4217 gives the currency
 * @param currency ISO 4217 code in upper case
 */
@Schema(description = "An amount in the minor units of its currency: 1999 EUR is 19.99 euros, 500 JPY is 500 yen")
public record Money(
        @Schema(description = "Minor units, as many decimals as ISO 4217 gives the currency", example = "1999")
        long amount,

        @Schema(description = "ISO 4217 code", example = "EUR", pattern = "^[A-Z]{3}$", maxLength = 3)
        String currency)
        implements Comparable<Money> {

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(toUnmodifiableSet());

    public Money {
        if (!isCurrency(currency)) throw Failure.invalid("/currency", "invalid_currency", "must be an ISO 4217 code");
    }

    public static Money zero(String currency) {
        return new Money(0, currency);
    }

    public static boolean isCurrency(String code) {
        return CURRENCIES.contains(code);
    }

    /** Itself, when it is not below zero: a price, a payment. */
    public Money notNegative() {
        if (amount < 0) throw Failure.invalid("/amount", "out_of_range", "must not be negative");
        return this;
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(amount, inSameCurrency(other)), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(amount, inSameCurrency(other)), currency);
    }

    public Money times(int quantity) {
        return new Money(Math.multiplyExact(amount, quantity), currency);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(amount, inSameCurrency(other));
    }

    private long inSameCurrency(Money other) {
        if (!currency.equals(other.currency))
            throw new IllegalArgumentException(currency + " is not " + other.currency);
        return other.amount;
    }
}
