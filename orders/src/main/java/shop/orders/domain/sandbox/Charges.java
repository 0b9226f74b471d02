package shop.orders.domain.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The books of the sandbox. */
public interface Charges {

    Optional<Transaction> find(String reference);

    /** False when there is one of that reference already. */
    boolean add(Transaction charge);

    /** False when somebody else has moved it on. */
    boolean replace(Transaction next);

    /** Those with a webhook that should be out by now. */
    List<Transaction> toCall(Instant now, int limit);
}
