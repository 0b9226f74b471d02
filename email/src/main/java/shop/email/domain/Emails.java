package shop.email.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shop.platform.Page;

/** All mails, wherever they are kept; a change is kept together with the events it causes, or not at all. */
public interface Emails {

    /** Which ones are looked for; empty where it does not matter. */
    record Filter(Optional<Status> status, Optional<Address> to, Optional<Template> template) {}

    Optional<Email> find(String id);

    Optional<Email> findByKey(String key);

    /** False when there is one already of this id or key: then it stays as it is. */
    boolean add(Email email);

    /** Keeps the next version; fails as stale when somebody else has moved the mail on. */
    void replace(Email next, EmailEvent... events);

    /** Those that somebody should look after now, the most patient first. */
    List<Email> due(Instant now, int limit);

    /** The newest come first. */
    Page<Email> page(Filter filter, Page.Request request);

    /** Those to a person that say so and are not the last one, which still has to go out. */
    List<Email> to(String userId, int limit);

    /** Those to an address, but for the last one to whoever has left. */
    List<Email> to(Address address, int limit);
}
