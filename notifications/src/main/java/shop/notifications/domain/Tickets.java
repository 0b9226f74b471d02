package shop.notifications.domain;

import java.time.Duration;
import java.util.Optional;

/** Stand-ins for an access token, for browsers that can't send a header: good once, and not for long. */
public interface Tickets {

    Duration LIFE = Duration.ofSeconds(30);

    String issue(String accessToken);

    /** The token behind a ticket, the first time somebody asks. */
    Optional<String> redeem(String ticket);
}
