package shop.users.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import shop.platform.Failure;

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

    private static final int MOST_ADDRESSES = 50;

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

    Optional<Entry> address(String addressId) {
        return addresses.stream().filter(each -> each.id().equals(addressId)).findFirst();
    }

    /** The first one is the default for everything. */
    User withAddress(Entry wanted, Instant at) {
        if (addresses.size() >= MOST_ADDRESSES) {
            throw Failure.conflict("too_many_addresses", "an address book holds " + MOST_ADDRESSES + " at most");
        }
        var first = addresses.isEmpty();
        var entry = new Entry(
                wanted.id(),
                wanted.label(),
                wanted.address(),
                wanted.defaultShipping() || first,
                wanted.defaultBilling() || first,
                1);
        var all = new ArrayList<>(
                addresses.stream().map(each -> each.beside(entry)).toList());
        all.add(entry);
        return withAddresses(all, at);
    }

    User replaceAddress(Entry next, Instant at) {
        return withAddresses(
                addresses.stream()
                        .map(each -> each.id().equals(next.id()) ? next : each.beside(next))
                        .toList(),
                at);
    }

    User withoutAddress(String addressId, Instant at) {
        return withAddresses(
                addresses.stream().filter(each -> !each.id().equals(addressId)).toList(), at);
    }

    private User withAddresses(List<Entry> all, Instant at) {
        return new User(id, email, emailVerified, profile, consent, roles, status, all, createdAt, at, version + 1);
    }
}
