package shop.orders.domain.sandbox;

import java.util.Arrays;
import java.util.Optional;
import shop.orders.domain.sandbox.Transaction.State;

/** The cards of the sandbox, each with a fate of its own. */
enum Card {
    OK("tok_ok", State.SUCCEEDED, State.SUCCEEDED, Optional.empty(), 0),
    DECLINED("tok_declined", State.DECLINED, State.DECLINED, Optional.of("card_declined"), 0),
    INSUFFICIENT_FUNDS("tok_insufficient_funds", State.DECLINED, State.DECLINED, Optional.of("insufficient_funds"), 0),
    TIMEOUT("tok_timeout", State.PENDING, State.SUCCEEDED, Optional.empty(), 1),
    TIMEOUT_DECLINED("tok_timeout_declined", State.PENDING, State.DECLINED, Optional.of("card_declined"), 1),
    DUPLICATE_WEBHOOK("tok_duplicate_webhook", State.PENDING, State.SUCCEEDED, Optional.empty(), 2),
    /** Any other token. */
    UNKNOWN("", State.DECLINED, State.DECLINED, Optional.of("invalid_token"), 0),
    /** A charge that never came in, and now may not. */
    NONE("", State.DECLINED, State.DECLINED, Optional.of("not_completed"), 0);

    private final String token;
    private final State at;
    private final State later;
    private final Optional<String> declineCode;
    private final int calls;

    Card(String token, State at, State later, Optional<String> declineCode, int calls) {
        this.token = token;
        this.at = at;
        this.later = later;
        this.declineCode = declineCode;
        this.calls = calls;
    }

    static Card of(String token) {
        return Arrays.stream(values())
                .filter(card -> !card.token.isEmpty() && card.token.equals(token))
                .findFirst()
                .orElse(UNKNOWN);
    }

    State at() {
        return at;
    }

    State later() {
        return later;
    }

    Optional<String> declineCode() {
        return declineCode;
    }

    int calls() {
        return calls;
    }
}
