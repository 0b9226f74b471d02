package shop.products.domain;

import java.util.List;

/** The tree of categories. What is read may be a second old, but not older than the last change made here. */
public interface Categories {

    /** All of them, by position and slug: there are few enough to be looked at together. */
    List<Category> all();

    /** Keeps these as they are where they are new; those that are there stay as they were. */
    void addMissing(List<Category> categories);

    /** Keeps the first or the next version; fails as stale when somebody else was faster. */
    void put(Category category);

    void remove(Category category);
}
