package shop.products.domain;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Copies of products that all instances share. Any may be forgotten at any time; none is handed out, or kept, that is older
 * than what has been announced.
 */
public interface Copies {

    /** A copy; where there is none, or nobody can tell whether it is current, of the original, which is then kept. */
    Optional<Copy> find(String id, Supplier<Optional<Copy>> original);

    /** There is this version now: older copies are forgotten, and every other instance is told. */
    void announce(String id, int version);

    /** Whoever has copies of its own is told which other instances have made old. */
    void watch(Watcher watcher);

    /** Somebody who keeps copies of copies. */
    interface Watcher {

        void outdated(String id);

        /** Nobody knows which. */
        void outdated();
    }
}
