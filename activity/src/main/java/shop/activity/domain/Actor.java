package shop.activity.domain;

import java.util.Optional;

/**
 * Who did it.
 *
 * @param id the person, or the service's name
 * @param anonymousId what a visitor who may not be signed in is known by
 */
public record Actor(Optional<String> id, Optional<String> anonymousId, Role kind) {

    /** What an actor is. */
    public enum Role {
        USER,
        SERVICE,
        ANONYMOUS
    }

    private static final Actor NOBODY = new Actor(Optional.empty(), Optional.empty(), Role.ANONYMOUS);

    public static Actor user(String id) {
        return new Actor(Optional.of(id), Optional.empty(), Role.USER);
    }

    public static Actor service(String name) {
        return new Actor(Optional.of(name), Optional.empty(), Role.SERVICE);
    }

    /** Somebody of whom nothing is known. */
    public static Actor nobody() {
        return NOBODY;
    }

    /** Whoever sits at this device: the person where one is signed in. */
    public static Actor visitor(Optional<String> userId, Optional<String> anonymousId) {
        return new Actor(userId, anonymousId, userId.isPresent() ? Role.USER : Role.ANONYMOUS);
    }

    /** Who it is, where it is a person. */
    public Optional<String> person() {
        return kind == Role.USER ? id : Optional.empty();
    }

    /** What a device counts as; it can't pass for a person. */
    static String device(String anonymousId) {
        return "device:" + anonymousId;
    }

    /** What tells this visitor from all others. */
    Optional<String> visitor() {
        if (kind == Role.SERVICE) return Optional.empty();
        return id.or(() -> anonymousId.map(Actor::device));
    }
}
