package shop.email.domain;

import java.time.Clock;
import java.util.Optional;
import shop.email.domain.Suppression.Scope;

/** What somebody decides who wants fewer mails. */
public final class Unsubscribing {

    private final Suppressions suppressions;
    private final Clock clock;

    public Unsubscribing(Suppressions suppressions, Clock clock) {
        this.suppressions = suppressions;
        this.clock = clock;
    }

    /** Unsubscribing is no reason to let more through than before. */
    public void unsubscribe(Address address) {
        if (suppressions.find(address).isPresent()) return;
        suppressions.put(new Suppression(address, Scope.OPTIONAL, Optional.of("unsubscribed"), clock.instant()));
    }

    public Suppression suppress(Address address, Optional<String> reason) {
        var suppression = new Suppression(address, Scope.ALL, reason, clock.instant());
        suppressions.put(suppression);
        return suppression;
    }
}
