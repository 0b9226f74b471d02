package shop.users.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A person is a value: every change returns the next version. */
public record User(
        String id,
        String email,
        boolean emailVerified,
        Profile profile,
        Consent consent,
        Set<Role> roles,
        Status status,
        List<Entry> addresses,
        Instant createdAt,
        Instant updatedAt,
        int version) {

    public User {
        roles = Set.copyOf(roles);
        addresses = List.copyOf(addresses);
    }

    /** As auth knows somebody who has just registered. */
    public static User registered(Account account) {
        var at = account.createdAt();
        var profile = new Profile(account.displayName(), Optional.empty(), "en", Optional.empty());
        return new User(
                account.userId(),
                account.email(),
                account.emailVerified(),
                profile,
                new Consent(false, at, "registration"),
                account.roles(),
                Status.ACTIVE,
                List.of(),
                at,
                at,
                1);
    }

    /** Whether somebody might be called so: what is none is not looked for anywhere. */
    static boolean isId(String text) {
        return text.matches("[A-Za-z0-9_]{1,64}");
    }

    boolean isAdmin() {
        return status == Status.ACTIVE && roles.contains(Role.ADMIN);
    }

    User verified(Instant at) {
        return new User(id, email, true, profile, consent, roles, status, addresses, createdAt, at, version + 1);
    }

    User edit(Profile next, boolean marketing, Instant at) {
        var agreed = marketing == consent.marketing() ? consent : new Consent(marketing, at, "profile");
        return new User(id, email, emailVerified, next, agreed, roles, status, addresses, createdAt, at, version + 1);
    }

    User withRoles(Set<Role> wanted, Instant at) {
        var all = new TreeSet<>(wanted);
        all.add(Role.CUSTOMER);
        return new User(id, email, emailVerified, profile, consent, all, status, addresses, createdAt, at, version + 1);
    }

    User withStatus(Status next, Instant at) {
        return new User(id, email, emailVerified, profile, consent, roles, next, addresses, createdAt, at, version + 1);
    }

    User erased(Instant at) {
        var nothing = new Consent(false, at, "erasure");
        return new User(
                id,
                "",
                false,
                Profile.NOBODY,
                nothing,
                Set.of(Role.CUSTOMER),
                Status.DELETED,
                List.of(),
                createdAt,
                at,
                version + 1);
    }

    /** The same in another version: whoever is changing the one before comes too late. */
    User renewed() {
        return new User(
                id,
                email,
                emailVerified,
                profile,
                consent,
                roles,
                status,
                addresses,
                createdAt,
                updatedAt,
                version + 1);
    }

    AddressBook book() {
        return new AddressBook(addresses);
    }

    User with(AddressBook next, Instant at) {
        return new User(
                id, email, emailVerified, profile, consent, roles, status, next.entries(), createdAt, at, version + 1);
    }
}
