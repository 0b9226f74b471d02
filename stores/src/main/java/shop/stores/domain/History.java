package shop.stores.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import shop.platform.Page;

/** The latest changes of a store's status, the newest last; no two of the same instant, so that it tells their place. */
record History(List<Change> changes) {

    private static final int MOST = 200;

    /** In the order they were made, whatever the clocks of several instances say. */
    History add(Change wanted) {
        var soonest = changes.getLast().at().plusMillis(1);
        var all = new ArrayList<>(changes);
        all.add(wanted.at().isBefore(soonest) ? wanted.at(soonest) : wanted);
        return new History(all.subList(Math.max(0, all.size() - MOST), all.size()));
    }

    /** Without the reasons that these people gave. */
    History quiet(Predicate<String> by) {
        return new History(changes.stream()
                .map(change -> by.test(change.by()) ? change.withoutReason() : change)
                .toList());
    }

    /** The newest first. */
    Page<Change> page(Page.Request page) {
        var rest = changes.reversed().stream()
                .filter(change -> page.after()
                        .map(after -> place(change).compareTo(after) < 0)
                        .orElse(true))
                .toList();
        if (rest.size() <= page.limit()) return new Page<>(rest, Optional.empty());
        var items = rest.subList(0, page.limit());
        return new Page<>(items, Optional.of(place(items.getLast())));
    }

    private static String place(Change change) {
        return "%020d".formatted(change.at().toEpochMilli());
    }
}
