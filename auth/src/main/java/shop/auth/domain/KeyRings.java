package shop.auth.domain;

import java.util.Optional;

/** The one key ring of the shop, shared by all instances. */
public interface KeyRings {

    Optional<KeyRing> find();

    /** Keeps the first ring; false when another instance was faster. */
    boolean add(KeyRing first);

    /** Keeps the next version; false when another instance was faster. */
    boolean replace(KeyRing next);
}
