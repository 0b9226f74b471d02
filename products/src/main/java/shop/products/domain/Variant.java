package shop.products.domain;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import shop.platform.Failure;
import shop.platform.Money;

/**
 * One way to buy a product.
 *
 * @param sku unique within the store; no colon, which separates it from the product's id where stock is kept
 */
public record Variant(String sku, Map<String, String> options, Money price, Optional<String> barcode) {

    private static final Pattern SKU = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final long DEAREST = 100_000_000_000L;

    public Variant {
        if (!SKU.matcher(sku).matches()) {
            throw Failure.invalid(
                    "/sku", "invalid_format", "must be 1 to 64 letters, digits, dots, dashes or underscores");
        }
        options = Checks.pairs("/options", options, 10);
        Checks.text("/barcode", barcode, 50);
        if (price.amount() < 0 || price.amount() > DEAREST) {
            throw Failure.invalid("/price/amount", "out_of_range", "must be between 0 and " + DEAREST);
        }
    }

    Variant priced(Money other) {
        return new Variant(sku, options, other, barcode);
    }
}
