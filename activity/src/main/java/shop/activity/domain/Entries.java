package shop.activity.domain;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import shop.platform.Page;

/** All entries, wherever they are kept. */
public interface Entries {

    /** Newest first. */
    Page<Entry> list(Criteria criteria, Page.Request request);

    /** Shows them all, newest first, one after the other: they may be many. */
    void each(Criteria criteria, Consumer<Entry> visitor);

    /** Keeps behaviour whose event id is new, and says how many were. */
    int add(List<Entry> behaviour);

    /** The devices this person was seen at. */
    List<String> devicesOf(String person);

    /** What was done at these devices by nobody in particular is anonymous altogether. */
    void forgetDevices(List<String> devices);

    /** What this person did here was done by somebody now, and nothing tells from where anything was done. */
    void forget(String person);

    /** Takes away what has expired. */
    void sweep(Instant now);
}
