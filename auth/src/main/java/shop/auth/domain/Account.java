package shop.auth.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Somebody who can sign in: a value, every change of which is the next version.
 *
 * @param proofs how its owner proves to be the owner
 * @param sessions that have not been ended; some may have expired
 * @param devices from which its owner has signed in before, the latest last
 */
public record Account(
        String id,
        Profile profile,
        Standing standing,
        Proofs proofs,
        List<Session> sessions,
        List<String> devices,
        Instant createdAt,
        Instant updatedAt,
        int version) {

    static final int MOST_SESSIONS = 50;
    private static final int MOST_DEVICES = 20;

    public Account {
        sessions = List.copyOf(sessions);
        devices = List.copyOf(devices);
    }

    static Account open(String id, Profile profile, Set<Role> roles, Proofs proofs, Instant at) {
        return new Account(id, profile, Standing.of(roles), proofs, List.of(), List.of(), at, at, 1);
    }

    public Email email() {
        return profile.email();
    }

    public boolean emailVerified() {
        return profile.emailVerified();
    }

    public String displayName() {
        return profile.displayName();
    }

    public Set<Role> roles() {
        return standing.roles();
    }

    public Status status() {
        return standing.status();
    }

    public boolean active() {
        return status() == Status.ACTIVE;
    }

    public List<Session> live(Instant now) {
        return sessions.stream().filter(session -> session.alive(now)).toList();
    }

    Optional<Session> session(Predicate<Session> wanted) {
        return sessions.stream().filter(wanted).findFirst();
    }

    Optional<Session> session(String sessionId, Instant now) {
        return session(session -> session.id().equals(sessionId) && session.alive(now));
    }

    boolean knows(Origin origin) {
        return devices.contains(origin.device());
    }

    /** Another session; where there are too many, those unused for longest end. */
    Account signedIn(Session session, Instant now) {
        var kept = new ArrayList<>(live(now));
        kept.sort(Comparator.comparing(Session::lastUsedAt));
        while (kept.size() >= MOST_SESSIONS) kept.removeFirst();
        kept.add(session);
        var known = new ArrayList<>(devices);
        known.remove(session.origin().device());
        known.add(session.origin().device());
        if (known.size() > MOST_DEVICES) known.removeFirst();
        return new Account(id, profile, standing, proofs, kept, known, createdAt, updatedAt, version);
    }

    Account withSession(Session changed) {
        return withSessions(each -> each.handle().equals(changed.handle()) ? changed : each);
    }

    Account withSessions(UnaryOperator<Session> change) {
        return with(sessions.stream().map(change).toList());
    }

    Account without(Predicate<Session> ended) {
        return with(sessions.stream().filter(ended.negate()).toList());
    }

    private Account with(List<Session> kept) {
        return new Account(id, profile, standing, proofs, kept, devices, createdAt, updatedAt, version);
    }

    Account with(Proofs changed) {
        return new Account(id, profile, standing, changed, sessions, devices, createdAt, updatedAt, version);
    }

    Account with(Profile changed) {
        return new Account(id, changed, standing, proofs, sessions, devices, createdAt, updatedAt, version);
    }

    Account with(Standing changed) {
        return new Account(id, profile, changed, proofs, sessions, devices, createdAt, updatedAt, version);
    }

    Account verified() {
        return with(profile.verified());
    }

    /** Nothing of the person is left but the id. */
    Account forgotten() {
        var nobody = Profile.forgotten(id);
        var nothing = standing.forgotten();
        return new Account(id, nobody, nothing, Proofs.NONE, List.of(), List.of(), createdAt, updatedAt, version);
    }

    Account next(Instant at) {
        return new Account(id, profile, standing, proofs, sessions, devices, createdAt, at, version + 1);
    }

    /** The ids of sessions that this account has and the other has no more. */
    Stream<String> endedBy(Account next) {
        var left = next.sessions().stream().map(Session::id).toList();
        return sessions.stream().map(Session::id).filter(session -> !left.contains(session));
    }
}
