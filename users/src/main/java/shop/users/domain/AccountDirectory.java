package shop.users.domain;

import java.util.Optional;

/** Where to ask for somebody who has registered a moment ago. */
@FunctionalInterface
public interface AccountDirectory {
    Optional<Account> ask(String userId);
}
