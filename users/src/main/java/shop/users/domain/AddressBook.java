package shop.users.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shop.platform.Failure;
import shop.platform.Page;

/**
 * Somebody's addresses, the oldest first. While there are any, one of them is the default for parcels and one for
 * invoices: who gives a default up hands it on to the youngest other one, and the only one keeps it.
 */
record AddressBook(List<Entry> entries) {

    private static final int MOST = 50;

    Optional<Entry> find(String id) {
        return entries.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The oldest first. */
    Page<Entry> page(Page.Request request) {
        var rest = request.after().map(this::after).orElse(entries);
        if (rest.size() <= request.limit()) return new Page<>(rest, Optional.empty());
        var items = rest.subList(0, request.limit());
        return new Page<>(items, Optional.of(items.getLast().id()));
    }

    /** Ids are time-ordered, so that they tell the place of one that has been removed meanwhile. */
    private List<Entry> after(String id) {
        var known = find(id).isPresent();
        return known
                ? entries.stream()
                        .dropWhile(each -> !each.id().equals(id))
                        .skip(1)
                        .toList()
                : entries.stream().filter(each -> each.id().compareTo(id) > 0).toList();
    }

    AddressBook add(Entry written) {
        if (entries.size() >= MOST) {
            throw Failure.conflict("too_many_addresses", "an address book holds " + MOST + " at most");
        }
        var all = new ArrayList<>(entries);
        all.add(written);
        return settled(all, written);
    }

    AddressBook put(Entry written) {
        return settled(
                entries.stream()
                        .map(each -> each.id().equals(written.id()) ? written : each)
                        .toList(),
                written);
    }

    AddressBook remove(Entry gone) {
        return settled(entries.stream().filter(each -> !each.equals(gone)).toList(), gone);
    }

    /** One default of a kind; the one just written has it rather than another where it asks, and is the last to get it. */
    private AddressBook settled(List<Entry> all, Entry written) {
        if (all.isEmpty()) return new AddressBook(all);
        var heir = all.reversed().stream()
                .filter(each -> !each.id().equals(written.id()))
                .findFirst()
                .orElse(all.getLast());
        var shipping = all.stream().noneMatch(Entry::defaultShipping);
        var billing = all.stream().noneMatch(Entry::defaultBilling);
        return new AddressBook(all.stream()
                .map(each -> each.id().equals(written.id()) ? each : each.beside(written))
                .map(each -> each.id().equals(heir.id()) ? each.taking(shipping, billing) : each)
                .map(this::versioned)
                .toList());
    }

    private Entry versioned(Entry next) {
        return find(next.id()).map(next::after).orElse(next);
    }
}
