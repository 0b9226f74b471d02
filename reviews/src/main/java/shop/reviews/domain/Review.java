package shop.reviews.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import shop.platform.Failure;

/**
 * A review is a value: every change returns the next version of it. Votes and reports are counted beside it.
 *
 * @param authorName as the author was called when they wrote it
 * @param version moves with whatever a reader could notice, votes too: it is the ETag
 * @param edition the version the last change but a vote made; who has seen it has missed nothing that a change could undo
 */
public record Review(
        String id,
        String productId,
        String storeId,
        String authorId,
        String authorName,
        Text text,
        boolean verifiedPurchase,
        int helpfulCount,
        int reportCount,
        Optional<Reply> reply,
        Status status,
        Optional<String> hiddenReason,
        Instant createdAt,
        Instant updatedAt,
        int version,
        int edition) {

    static final String NOBODY = "Deleted user";

    static Review write(String id, Product product, Caller author, Text text, boolean bought, Instant at) {
        return new Review(
                id,
                product.id(),
                product.storeId(),
                author.id(),
                author.name(),
                text,
                bought,
                0,
                0,
                Optional.empty(),
                Status.PUBLISHED,
                Optional.empty(),
                at,
                at,
                1,
                1);
    }

    Review edit(Text next, Instant at) {
        return with(next, authorName, verifiedPurchase, reply, at);
    }

    /** Itself when there is nothing new about its author. */
    Review settled(boolean bought, boolean erased, Instant at) {
        if (status == Status.DELETED) return this;
        var name = erased ? NOBODY : authorName;
        if (name.equals(authorName) && (verifiedPurchase || !bought)) return this;
        return with(text, name, verifiedPurchase || bought, reply, at);
    }

    /** Refuses a caller who has not seen the last change; votes that came since are no reason to. */
    Review seenIn(OptionalInt seen) {
        if (seen.isPresent() && (seen.getAsInt() < edition || seen.getAsInt() > version)) throw Failure.stale(id);
        return this;
    }

    Review replied(Optional<Reply> answer, Instant at) {
        return with(text, authorName, verifiedPurchase, answer, at);
    }

    private Review with(Text next, String name, boolean verified, Optional<Reply> answer, Instant at) {
        return new Review(
                id,
                productId,
                storeId,
                authorId,
                name,
                next,
                verified,
                helpfulCount,
                reportCount,
                answer,
                status,
                hiddenReason,
                createdAt,
                at,
                version + 1,
                version + 1);
    }

    Review hide(String reason, Instant at) {
        Text.bounded("/reason", reason, 1_000);
        if (status == Status.HIDDEN) throw Failure.conflict("already_hidden", "the review is hidden already");
        return become(Status.HIDDEN, Optional.of(reason), text, authorName, at);
    }

    Review restore(Instant at) {
        if (status != Status.HIDDEN) throw Failure.conflict("not_hidden", "the review is not hidden");
        return become(Status.PUBLISHED, Optional.empty(), text, authorName, at);
    }

    /** What the author said goes; the stars stay for nothing but the shape. */
    Review delete(Instant at) {
        return become(Status.DELETED, Optional.empty(), new Text(text.rating(), "-", "-"), NOBODY, at);
    }

    private Review become(Status next, Optional<String> reason, Text words, String name, Instant at) {
        var answer = next == Status.DELETED ? Optional.<Reply>empty() : reply;
        return new Review(
                id,
                productId,
                storeId,
                authorId,
                name,
                words,
                verifiedPurchase,
                helpfulCount,
                reportCount,
                answer,
                next,
                reason,
                createdAt,
                at,
                version + 1,
                version + 1);
    }

    boolean visibleTo(Caller caller) {
        return switch (status) {
            case PUBLISHED -> true;
            case HIDDEN -> writtenBy(caller) || caller.support();
            case DELETED -> false;
        };
    }

    boolean writtenBy(Caller caller) {
        return authorId.equals(caller.id());
    }
}
