package shop.products.domain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Which products are wanted.
 *
 * @param listed only what everybody may see
 * @param hidden stores whose products are not shown although they are listed
 * @param categories any of these: a category and those below it; empty for all
 */
public record Filter(
        boolean listed,
        Set<String> hidden,
        Optional<String> storeId,
        List<String> categories,
        Optional<String> brand,
        Optional<ProductStatus> status,
        OptionalLong minPrice,
        OptionalLong maxPrice,
        Optional<String> currency,
        boolean inStock) {

    /** Everything that everybody may see. */
    public static final Filter LISTED = new Filter(
            true,
            Set.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            false);

    boolean admits(Product product) {
        return (!listed || (product.listed() && !hidden.contains(product.storeId())))
                && storeId.map(product.storeId()::equals).orElse(true)
                && (categories.isEmpty()
                        || product.details().categories().stream().anyMatch(categories::contains))
                && brand.map(product.details().brand().orElse("")::equals).orElse(true)
                && status.map(product.details().status()::equals).orElse(true)
                && admitsPrice(product)
                && (!inStock || product.availability() != Availability.OUT_OF_STOCK);
    }

    private boolean admitsPrice(Product product) {
        var price = product.lowestPrice();
        return price.amount() >= minPrice.orElse(0)
                && price.amount() <= maxPrice.orElse(Long.MAX_VALUE)
                && currency.map(price.currency()::equals).orElse(true);
    }

    public Filter showing(boolean onlyListed, Set<String> butNot) {
        return new Filter(
                onlyListed, butNot, storeId, categories, brand, status, minPrice, maxPrice, currency, inStock);
    }

    Filter in(List<String> any) {
        return new Filter(listed, hidden, storeId, any, brand, status, minPrice, maxPrice, currency, inStock);
    }
}
