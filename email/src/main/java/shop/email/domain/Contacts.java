package shop.email.domain;

import java.util.Optional;

/** What is known of people's addresses. */
public interface Contacts {

    Optional<Contact> find(String userId);

    /** Keeps the next version; fails as stale when somebody else has kept one. */
    void put(Contact next);
}
