package shop.users.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What somebody did, as activity remembers it. */
@FunctionalInterface
public interface History {

    /** A page of it; {@code next} is a cursor for clients. */
    record Part(List<Map<String, Object>> items, Optional<String> next) {}

    Part of(String userId, int limit, Optional<String> cursor);
}
