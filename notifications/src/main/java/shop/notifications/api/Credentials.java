package shop.notifications.api;

import java.util.Optional;

/** What somebody shows to open a stream: a header, or a ticket. */
record Credentials(Optional<String> authorization, Optional<String> ticket) {

    private static final String BEARER = "Bearer ";

    Optional<String> bearer() {
        return authorization
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip());
    }
}
