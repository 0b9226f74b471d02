package shop.reviews.domain;

import shop.platform.Page;

/** What is left of somebody who is gone: their words and stars, and neither their name nor what they did with others'. */
public final class Forgetting {

    private static final int BATCH = 100;

    private final Storage kept;
    private final Reviewing reviewing;

    public Forgetting(Storage kept, Reviewing reviewing) {
        this.kept = kept;
        this.reviewing = reviewing;
    }

    /** May be repeated. */
    public void forget(String userId) {
        kept.erased().add(userId); // first: what is written from here on looks there and forgets by itself
        var request = Page.Request.first(BATCH);
        while (true) {
            var page = kept.reviews().by(userId, request);
            page.items().forEach(reviewing::settle);
            if (page.next().isEmpty()) break;
            request = new Page.Request(BATCH, page.next());
        }
        kept.reviews().forgetReports(userId);
        kept.votes().forget(userId);
        kept.purchases().forget(userId);
    }
}
