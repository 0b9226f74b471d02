package shop.products.domain;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import shop.platform.Failure;

/**
 * A shelf in the shop.
 *
 * @param id its slug
 * @param parent the slug of the category it belongs to; empty at the top
 * @param position among its siblings
 */
public record Category(String id, String name, Optional<String> parent, int position, int version) {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public Category {
        slug("/slug", id);
        Checks.text("/name", name, 100);
        parent.ifPresent(slug -> slug("/parent", slug));
        Checks.between("/position", position, 0, 1_000_000);
    }

    static String slug(String pointer, String slug) {
        if (slug.length() > 64 || !SLUG.matcher(slug).matches()) {
            throw Failure.invalid(pointer, "invalid_format", "must be a slug: small letters, digits and single dashes");
        }
        return slug;
    }

    /** The slug of a category that somebody calls so: {@code Green Tea} is {@code green-tea}. */
    public static String slugOf(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKD);
        var slug = plain.toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return slug.length() > 64 ? slug.substring(0, 64).replaceAll("-$", "") : slug;
    }

    /** One that nobody has described yet. */
    static Category named(String slug) {
        var name = Arrays.stream(slug.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
        return new Category(slug, name, Optional.empty(), 0, 1);
    }
}
