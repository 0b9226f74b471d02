package shop.activity.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Those who have gone, in memory. */
public final class InMemoryForgotten implements Forgotten {

    private final Map<String, Instant> gone = new HashMap<>();

    @Override
    public void add(String person, Instant at) {
        gone.putIfAbsent(person, at);
    }

    @Override
    public List<String> among(List<String> people) {
        return people.stream().filter(gone::containsKey).toList();
    }
}
