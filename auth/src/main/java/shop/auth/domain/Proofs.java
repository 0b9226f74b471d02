package shop.auth.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import shop.auth.domain.OneTime.Purpose;

/**
 * How the owner of an account proves to be its owner.
 *
 * @param password its hash; empty for accounts that sign in elsewhere
 * @param firebaseId the account's id at Firebase
 * @param mailed secrets on their way by e-mail
 */
public record Proofs(Optional<String> password, Optional<String> firebaseId, List<OneTime> mailed) {

    static final Proofs NONE = new Proofs(Optional.empty(), Optional.empty(), List.of());
    static final Duration MAIL_WINDOW = Duration.ofMinutes(30);

    private static final int MOST_MAILS = 3; // of a kind in a window: nobody's mailbox is flooded

    public Proofs {
        mailed = List.copyOf(mailed);
    }

    static Proofs ofPassword(String hash) {
        return new Proofs(Optional.of(hash), Optional.empty(), List.of());
    }

    static Proofs ofFirebase(String id) {
        return new Proofs(Optional.empty(), Optional.of(id), List.of());
    }

    /** Another password; what was mailed to reset the old one is void. */
    Proofs withPassword(String hash) {
        return new Proofs(Optional.of(hash), firebaseId, mailed).used(Purpose.RESET);
    }

    /** The same password, hashed with more effort. */
    Proofs rehashed(String hash) {
        return new Proofs(Optional.of(hash), firebaseId, mailed);
    }

    Proofs linked(String id) {
        return new Proofs(password, Optional.of(id), mailed);
    }

    boolean mayMail(Purpose purpose, Instant now) {
        var recent = mailed.stream()
                .filter(each -> each.purpose() == purpose
                        && each.issuedAt().plus(MAIL_WINDOW).isAfter(now));
        return recent.count() < MOST_MAILS;
    }

    Proofs mailed(OneTime another, Instant now) {
        var all = new ArrayList<>(without(each -> !each.alive(now)));
        all.add(another);
        var same =
                all.stream().filter(each -> each.purpose() == another.purpose()).toList();
        if (same.size() > MOST_MAILS) all.remove(same.getFirst());
        return new Proofs(password, firebaseId, all);
    }

    Optional<OneTime> find(Purpose purpose, String hash, Instant now) {
        return mailed.stream()
                .filter(each -> each.purpose() == purpose && each.hash().equals(hash) && each.alive(now))
                .findFirst();
    }

    /** All mails for this purpose are void: one of them has done it. */
    Proofs used(Purpose purpose) {
        return new Proofs(password, firebaseId, without(each -> each.purpose() == purpose));
    }

    private List<OneTime> without(Predicate<OneTime> unwanted) {
        return mailed.stream().filter(unwanted.negate()).toList();
    }
}
