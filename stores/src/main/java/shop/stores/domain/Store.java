package shop.stores.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    private static final int HISTORY = 200;

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
        if (status == Status.CLOSED) throw Failure.conflict("store_closed", "a closed store cannot be changed");
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
        var changes = new ArrayList<>(history);
        changes.add(change);
        var kept = changes.subList(Math.max(0, changes.size() - HISTORY), changes.size());
        return new Store(
                id,
                slug,
                profile,
                currency,
                next,
                before,
                ownerId,
                staffIds,
                kept,
                createdAt,
                change.at(),
                version + 1);
    }

    private Failure wrong(String message) {
        var allowed = status.next(beforeSuspension).stream().map(Store::name).toList();
        return Failure.conflict("invalid_transition", "a store that is " + name(status) + " " + message)
                .with("allowed", allowed);
    }

    Store withStaff(List<String> staff, Instant at) {
        if (staff.size() > MOST_STAFF)
            throw Failure.conflict("too_many_staff", "a store has " + MOST_STAFF + " staff at most");
        return new Store(
                id,
                slug,
                profile,
                currency,
                status,
                beforeSuspension,
                ownerId,
                staff,
                history,
                createdAt,
                at,
                version + 1);
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
