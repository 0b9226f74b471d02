package shop.platform.http;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;
import shop.platform.Failure;

/**
 * Who is calling.
 *
 * @param userId the person, or the sibling's name when the role is SERVICE
 * @param name what a person wants to be called
 * @param sessionId the sign-in this token belongs to; empty for services
 */
public record Principal(String userId, String name, String sessionId, boolean emailVerified, Set<Role> roles) {

    /** Turns a bearer token into a caller; the real one checks a JWT, tests pass a map. */
    @FunctionalInterface
    public interface Verifier {
        Optional<Principal> verify(String token);
    }

    private static final String KEY = Principal.class.getName();

    public Principal {
        roles = Set.copyOf(roles);
    }

    public static Principal of(Context ctx) {
        return find(ctx).orElseThrow(Failure::unauthenticated);
    }

    /** The caller of a route that is open to strangers too. */
    public static Optional<Principal> find(Context ctx) {
        return Optional.ofNullable(ctx.attribute(KEY));
    }

    public boolean hasAny(Role... wanted) {
        return Set.of(wanted).stream().anyMatch(roles::contains);
    }

    public void attachTo(Context ctx) {
        ctx.attribute(KEY, this);
    }
}
