package shop.products.domain;

import java.util.List;
import shop.platform.Page;

/** What is kept of a person: to be shown to them, and to be forgotten. */
public final class Privacy {

    /** All of it, the newest of each kind. */
    public record Kept(List<View> views, List<Entry> movements, List<ImportJob> imports) {}

    private static final String NOBODY = "deleted";
    private static final int MOST = 1_000;

    private final Storage storage;

    public Privacy(Storage storage) {
        this.storage = storage;
    }

    public Kept of(String userId) {
        return new Kept(
                storage.views().of(userId, Page.Request.first(MOST)).items(),
                storage.stocks().movedBy(userId, MOST),
                storage.imports().of(userId, MOST));
    }

    /** Stock stays as it moved, only not by whom. */
    public void forget(String userId) {
        storage.views().forget(userId);
        storage.stocks().rename(userId, NOBODY);
        storage.imports().rename(userId, NOBODY);
    }
}
