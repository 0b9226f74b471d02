package shop.products.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Our own copies of the stores. What is read may be a second old. */
public interface Stores {

    Optional<Store> find(String id);

    /** Keeps it unless a newer one is known; says whether it was news. */
    boolean keep(Store store);

    /** Stores that have opened or closed lately, so that the marks on their products may still be wrong. */
    List<Store> unsettled(int limit);

    /** The marks are right now; unless the store has moved on since. */
    void settle(Store store);

    /** Those of the unsettled stores that are not published: nothing of theirs is shown, whatever its mark says. */
    Set<String> hidden();
}
