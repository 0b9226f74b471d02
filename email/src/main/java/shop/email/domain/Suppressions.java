package shop.email.domain;

import java.util.Optional;

/** Who gets no mails. */
public interface Suppressions {

    Optional<Suppression> find(Address address);

    /** Adds it, or takes the place of the one there is for this address. */
    void put(Suppression suppression);

    /** False when there is none. */
    boolean remove(Address address);
}
