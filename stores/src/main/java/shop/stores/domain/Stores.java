package shop.stores.domain;

import java.util.List;
import java.util.Optional;
import shop.platform.Page;

/** All stores, wherever they are kept; a change is kept together with the event it causes, or not at all. */
public interface Stores {

    /** The code of the conflict. */
    String SLUG_TAKEN = "slug_taken";

    /** What the public may look for among published stores. */
    record Query(Optional<String> text, Optional<String> country) {}

    Optional<Store> find(String id);

    Optional<Store> findBySlug(String slug);

    /** Published ones, the newest first. */
    Page<Store> published(Query query, Page.Request page);

    /** Those this person owns or works for, the newest first. */
    Page<Store> runBy(String userId, Page.Request page);

    /** All of them at once: nobody owns or works for many. */
    List<Store> touching(String userId);

    /** Conflicts when the slug is taken. */
    void add(Store store, StoreEvent event);

    /** Keeps the next version; stale when somebody else moved the store on, a conflict when the slug is taken. */
    void replace(Store next, StoreEvent event);
}
