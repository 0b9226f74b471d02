package shop.products.domain;

/**
 * Who asks, as far as products care.
 *
 * @param seesAll a sibling, support or an administrator
 * @param changesAll an administrator
 */
public record Caller(String id, boolean seesAll, boolean changesAll) {

    public static final Caller STRANGER = new Caller("", false, false);
}
