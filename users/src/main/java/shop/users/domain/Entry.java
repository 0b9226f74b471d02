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

    /** What its owner wants an address to be; a default that nothing is said about stays where it is. */
    public record Draft(
            Optional<String> label,
            Address address,
            Optional<Boolean> defaultShipping,
            Optional<Boolean> defaultBilling) {

        Entry entry(String id) {
            return new Entry(id, label, address, defaultShipping.orElse(false), defaultBilling.orElse(false), 1);
        }
    }

    public Entry {
        Texts.bounded("/label", label, 100);
    }

    Entry as(Draft draft) {
        return new Entry(
                id,
                draft.label(),
                draft.address(),
                draft.defaultShipping().orElse(defaultShipping),
                draft.defaultBilling().orElse(defaultBilling),
                version);
    }

    /** Gives up the defaults that another one takes. */
    Entry beside(Entry other) {
        return with(defaultShipping && !other.defaultShipping(), defaultBilling && !other.defaultBilling());
    }

    Entry taking(boolean shipping, boolean billing) {
        return with(defaultShipping || shipping, defaultBilling || billing);
    }

    private Entry with(boolean shipping, boolean billing) {
        return new Entry(id, label, address, shipping, billing, version);
    }

    /** The version after that one, unless nothing has changed. */
    Entry after(Entry before) {
        return equals(before)
                ? before
                : new Entry(id, label, address, defaultShipping, defaultBilling, before.version() + 1);
    }
}
