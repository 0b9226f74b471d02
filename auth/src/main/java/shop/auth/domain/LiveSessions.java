package shop.auth.domain;

import java.util.Optional;

/** Remembers for a moment whose session is alive, so that not every question goes to the database. */
public interface LiveSessions {

    /** The account's id; empty when nobody remembers. */
    Optional<String> owner(String sessionId);

    void remember(String sessionId, String accountId);

    void forget(String sessionId);
}
