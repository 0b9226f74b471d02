package shop.email.domain;

import java.util.Optional;

/** Who knows what has not been heard yet. */
public interface Directory {

    Optional<Person> person(String userId);

    Optional<Store> store(String storeId);
}
