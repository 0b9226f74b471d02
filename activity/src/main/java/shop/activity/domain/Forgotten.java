package shop.activity.domain;

import java.time.Instant;
import java.util.List;

/** The people who have gone: what still comes in about them is anonymous from the start. */
public interface Forgotten {

    void add(String person, Instant at);

    /** Which of these have gone. */
    List<String> among(List<String> people);
}
