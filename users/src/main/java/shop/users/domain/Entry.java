package shop.users.domain;

import java.util.Optional;

/** An address in somebody's address book. */
public record Entry(
        String id,
        Optional<String> label,
        Address address,
        boolean defaultShipping,
        boolean defaultBilling,
        int version) {

    public Entry {
        Texts.bounded("/label", label, 100);
    }

    Entry next(Entry wanted) {
        return new Entry(
                id, wanted.label(), wanted.address(), wanted.defaultShipping(), wanted.defaultBilling(), version + 1);
    }

    /** Gives up the defaults that another one takes. */
    Entry beside(Entry other) {
        var shipping = defaultShipping && !other.defaultShipping();
        var billing = defaultBilling && !other.defaultBilling();
        if (shipping == defaultShipping && billing == defaultBilling) return this;
        return new Entry(id, label, address, shipping, billing, version + 1);
    }
}
