package shop.notifications.domain;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Tickets without a database; they last as long as the test. */
public final class InMemoryTickets implements Tickets {

    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    @Override
    public String issue(String accessToken) {
        var ticket = UUID.randomUUID().toString();
        tokens.put(ticket, accessToken);
        return ticket;
    }

    @Override
    public Optional<String> redeem(String ticket) {
        return Optional.ofNullable(tokens.remove(ticket));
    }
}
