package shop.users.domain;

import java.util.List;
import java.util.Optional;
import shop.platform.Page;

/** All people, wherever they are kept; a change is kept together with the events it causes, or not at all. */
public interface Users {

    /** Whom an admin looks for: by the beginning of an e-mail address or of a word of the name. */
    record Query(Optional<String> text, Optional<Role> role, Optional<Status> status) {}

    Optional<User> find(String id);

    /** The newest first. */
    Page<User> list(Query query, Page.Request page);

    /** Does nothing when there is somebody of this id already. */
    void add(User user);

    /** Keeps the next version; stale when somebody else moved it on. */
    void replace(User next, List<UserEvent> events);
}
