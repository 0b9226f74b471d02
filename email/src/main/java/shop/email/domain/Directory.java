package shop.email.domain;

import java.util.Optional;

/** Who knows what has not been heard yet. */
public interface Directory {

    Optional<Person> person(String userId);

    Optional<Store> store(String storeId);

    /** Whether somebody wants this mail; asked each time, as people change their minds. Who can't be asked does. */
    boolean wants(String userId, Template template);
}
