package shop.products.mongo;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import shop.products.domain.Product;

/** The words a product is found by, while there is no search engine. */
final class Words {

    private static final int MOST = 200;

    private Words() {}

    static List<String> of(Product product) {
        var details = product.details();
        var texts = Stream.of(
                        Stream.of(details.title(), details.brand().orElse("")),
                        details.categories().stream(),
                        details.attributes().values().stream(),
                        details.variants().stream().map(variant -> variant.sku()))
                .flatMap(part -> part);
        return texts.flatMap(text -> Arrays.stream(folded(text).split("[^\\p{L}\\p{N}]+")))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST)
                .toList();
    }

    static String folded(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        return plain.toLowerCase(Locale.ROOT);
    }
}
