package shop.platform.http;

import java.time.Duration;
import java.util.Optional;

/** How many requests a caller may send. Counted where all instances see it; whoever can't count lets pass. */
@FunctionalInterface
public interface RateLimits {

    /** The classes of routes, each with a limit of its own. */
    enum RouteClass {
        DEFAULT,
        AUTH
    }

    /**
     * What became of a request.
     *
     * @param quota requests per window
     * @param remaining how many are left
     * @param reset until the quota is whole again
     * @param retryAfter empty when the request may pass
     */
    record Count(long quota, Duration window, long remaining, Duration reset, Optional<Duration> retryAfter) {}

    RateLimits NONE = (routes, caller) -> Optional.empty();

    /** Counts a request of this caller; empty when this class has no limit or nobody can count. */
    Optional<Count> count(RouteClass routes, String caller);
}
