package shop.reviews.domain;

/** All that reviews keep. */
public record Storage(
        Reviews reviews,
        Summaries summaries,
        Votes votes,
        Purchases purchases,
        Archive archive,
        Erased erased,
        Teams teams) {}
