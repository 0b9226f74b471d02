package shop.auth.domain;

import java.util.Set;

/**
 * What an account may do, and how far the news about that are known.
 *
 * @param heard the latest sequence of each kind of news, which may come in any order
 */
public record Standing(Set<Role> roles, Status status, Heard heard) {

    /** Sequences of what users has said. */
    public record Heard(int roles, int status, int profile) {}

    public Standing {
        roles = Set.copyOf(roles);
    }

    static Standing of(Set<Role> roles) {
        return new Standing(roles, Status.ACTIVE, new Heard(0, 0, 0));
    }

    Standing with(Set<Role> allowed, int sequence) {
        return new Standing(allowed, status, new Heard(sequence, heard.status(), heard.profile()));
    }

    Standing with(Status next, int sequence) {
        return new Standing(roles, next, new Heard(heard.roles(), sequence, heard.profile()));
    }

    Standing withProfile(int sequence) {
        return new Standing(roles, status, new Heard(heard.roles(), heard.status(), sequence));
    }

    Standing forgotten() {
        return new Standing(Set.of(), Status.DELETED, heard);
    }
}
