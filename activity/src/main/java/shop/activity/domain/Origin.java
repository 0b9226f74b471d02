package shop.activity.domain;

import java.util.Optional;

/** From where it was done. Personal, so it stands outside of what is hashed, and goes when the person goes. */
public record Origin(Optional<String> ip, Optional<String> userAgent) {

    private static final int LONGEST_AGENT = 500;
    private static final Origin UNKNOWN = new Origin(Optional.empty(), Optional.empty());

    public Origin {
        userAgent = userAgent.map(agent -> agent.substring(0, Math.min(agent.length(), LONGEST_AGENT)));
    }

    public static Origin unknown() {
        return UNKNOWN;
    }
}
