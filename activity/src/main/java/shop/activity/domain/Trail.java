package shop.activity.domain;

import java.util.function.Consumer;

/** The audit log: it only grows, and every entry is chained to the one before, whoever else writes at the same time. */
public interface Trail {

    /** Chains it to the last; what is there already stays where it is. */
    void append(Entry audit);

    /** Shows the whole log, in the order of the chain. */
    void walk(Consumer<Entry> visitor);
}
