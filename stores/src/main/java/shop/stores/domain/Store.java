package shop.stores.domain;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import shop.platform.Failure;
import shop.platform.Money;

/**
 * A store is a value: every change returns the next version of it.
 *
 * @param beforeSuspension where a suspended store goes back to
 * @param history the latest changes of status, the newest last; activity keeps all of them
 */
public record Store(
        String id,
        String slug,
        Profile profile,
        String currency,
        Status status,
        Status beforeSuspension,
        String ownerId,
        List<String> staffIds,
        List<Change> history,
        Instant createdAt,
        Instant updatedAt,
        int version) {

    private static final int MOST_STAFF = 100;

    public Store {
        staffIds = List.copyOf(staffIds);
        history = List.copyOf(history);
        if (!Money.isCurrency(currency)) {
            throw Failure.invalid("/currency", "invalid_currency", "must be an ISO 4217 code");
        }
    }

    static Store open(String id, String slug, Profile profile, String currency, String ownerId, Instant at) {
        var opened = new Change(Status.DRAFT, ownerId, at, Optional.empty());
        return new Store(
                id,
                slug,
                profile,
                currency,
                Status.DRAFT,
                Status.DRAFT,
                ownerId,
                List.of(),
                List.of(opened),
                at,
                at,
                1);
    }

    Store edit(String newSlug, Profile next, Instant at) {
        if (status == Status.CLOSED) throw closed();
        return new Store(
                id,
                newSlug,
                next,
                currency,
                status,
                beforeSuspension,
                ownerId,
                staffIds,
                history,
                createdAt,
                at,
                version + 1);
    }

    /** Out of a suspension leads no move of one's own but closing. */
    Store become(Status next, Change change) {
        var free = status != Status.SUSPENDED || next == Status.CLOSED;
        if (!free || !status.next(beforeSuspension).contains(next)) throw wrong("cannot become " + name(next));
        return moved(next, next == Status.SUSPENDED ? status : beforeSuspension, change);
    }

    /** Back to where it was before it was suspended. */
    Store reinstated(String by, Instant at, Optional<String> reason) {
        if (status != Status.SUSPENDED) throw wrong("is not suspended");
        return moved(beforeSuspension, beforeSuspension, new Change(beforeSuspension, by, at, reason));
    }

    private Store moved(Status next, Status before, Change change) {
        var changes = past().add(change).changes();
        return new Store(
                id,
                slug,
                profile,
                currency,
                next,
                before,
                ownerId,
                staffIds,
                changes,
                createdAt,
                changes.getLast().at(),
                version + 1);
    }

    History past() {
        return new History(history);
    }

    private Failure wrong(String message) {
        var allowed = status.next(beforeSuspension).stream().map(Store::name).toList();
        return Failure.conflict("invalid_transition", "a store that is " + name(status) + " " + message)
                .with("allowed", allowed);
    }

    private static Failure closed() {
        return Failure.conflict("store_closed", "a closed store cannot be changed");
    }

    Store hiring(String userId, Instant at) {
        if (status == Status.CLOSED) throw closed();
        if (staffIds.size() >= MOST_STAFF) {
            throw Failure.conflict("too_many_staff", "a store has " + MOST_STAFF + " staff at most");
        }
        return with(profile, Stream.concat(staffIds.stream(), Stream.of(userId)).toList(), history, at);
    }

    Store dismissing(String userId, Instant at) {
        return with(profile, without(userId), history, at);
    }

    private List<String> without(String userId) {
        return staffIds.stream().filter(each -> !each.equals(userId)).toList();
    }

    private Store with(Profile next, List<String> staff, List<Change> changes, Instant at) {
        return new Store(
                id,
                slug,
                next,
                currency,
                status,
                beforeSuspension,
                ownerId,
                staff,
                changes,
                createdAt,
                at,
                version + 1);
    }

    /** Somebody who worked here is erased, and so are the reasons they gave. */
    Store forgettingStaff(String userId, Instant at) {
        return with(profile, without(userId), past().quiet(userId::equals).changes(), at);
    }

    /** The owner is erased, and whatever may have named them: it closes, if it was not closed already. */
    Store forgettingOwner(Change closing) {
        var quiet = past().quiet(by -> !by.equals(closing.by()));
        var anonymous = profile.withoutPerson();
        if (status == Status.CLOSED
                && anonymous.equals(profile)
                && quiet.changes().equals(history)) return this;
        var last = status == Status.CLOSED ? quiet : quiet.add(closing);
        return with(anonymous, staffIds, last.changes(), closing.at()).closedForGood();
    }

    private Store closedForGood() {
        return new Store(
                id,
                slug,
                profile,
                currency,
                Status.CLOSED,
                beforeSuspension,
                ownerId,
                staffIds,
                history,
                createdAt,
                updatedAt,
                version);
    }

    public boolean visibleTo(Caller caller) {
        return status == Status.PUBLISHED || runBy(caller) || caller.seesEverything();
    }

    boolean runBy(Caller caller) {
        return ownedBy(caller) || staffIds.contains(caller.id());
    }

    public boolean ownedBy(Caller caller) {
        return ownerId.equals(caller.id());
    }

    private static String name(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
