package shop.stores.domain;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import shop.platform.Failure;

/** The name of a store in addresses: lower-case letters, digits and hyphens. No id looks like one: ids have a _. */
final class Slug {

    private static final int LONGEST = 60;
    private static final Set<String> RESERVED = Set.of("mine", "export", "dead-letters");

    private Slug() {}

    static String checked(String slug) {
        if (!slug.matches("[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?")) {
            throw Failure.invalid("/slug", "invalid_format", "must be 1 to 60 lower-case letters, digits and hyphens");
        }
        if (RESERVED.contains(slug)) throw Failure.invalid("/slug", "invalid_value", "is reserved");
        return slug;
    }

    /** Made from a name; may need more to be unique. */
    static String from(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        var slug = plain.substring(0, Math.min(plain.length(), LONGEST)).replaceAll("-+$", "");
        return slug.isEmpty() || RESERVED.contains(slug) ? "store" : slug;
    }

    /** The same, told apart from others of the same name by the end of the store's id. */
    static String unique(String slug, String id) {
        var tail = "-" + id.substring(Math.max(0, id.length() - 6));
        return slug.substring(0, Math.min(slug.length(), LONGEST - tail.length())) + tail;
    }
}
