package shop.products.domain;

import shop.platform.Page;

/** What people have looked at lately. */
public interface Views {

    /** Keeps a view in place of an earlier one of the same product, tells of it, and forgets the oldest beyond the limit. */
    void keep(View view, int most);

    /** The newest first. */
    Page<View> of(String userId, Page.Request request);

    void forget(String userId);
}
