package shop.stores.domain;

import java.util.List;

/** Where a store stands, and where it may go from there. */
public enum Status {
    DRAFT,
    PUBLISHED,
    DEACTIVATED,
    /** Taken down by an admin; it goes back to where it was. */
    SUSPENDED,
    CLOSED;

    /** The statuses a store may move to; from SUSPENDED only to where it was before, and to CLOSED. */
    List<Status> next(Status beforeSuspension) {
        return switch (this) {
            case DRAFT, DEACTIVATED -> List.of(PUBLISHED, SUSPENDED, CLOSED);
            case PUBLISHED -> List.of(DEACTIVATED, SUSPENDED, CLOSED);
            case SUSPENDED -> List.of(beforeSuspension, CLOSED);
            case CLOSED -> List.of();
        };
    }
}
