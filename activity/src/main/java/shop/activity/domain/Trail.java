package shop.activity.domain;

import java.util.Optional;
import java.util.function.Consumer;

/** The audit log: it only grows, and every entry is chained to the one before, whoever else writes at the same time. */
public interface Trail {

    /** Chains it to the last; what is there already stays where it is. */
    void append(Entry audit);

    /** Where the log has got to, as noted apart from it; a little behind at most. */
    Optional<Head> head();

    /** Shows the whole log, in the order of the chain. */
    void walk(Consumer<Entry> visitor);
}
