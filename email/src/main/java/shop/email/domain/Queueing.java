package shop.email.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import shop.platform.Failure;
import shop.platform.Id;

/** Takes in what is to be sent, once per cause. */
public final class Queueing {

    private final Emails emails;
    private final Suppressions suppressions;
    private final Letters letters;
    private final Clock clock;

    public Queueing(Emails emails, Suppressions suppressions, Letters letters, Clock clock) {
        this.emails = emails;
        this.suppressions = suppressions;
        this.letters = letters;
        this.clock = clock;
    }

    /** A mail that an event causes; the name of its reader need not be in the data. */
    public void tell(Cause cause, Template template, Recipient to, Map<String, Object> data) {
        tell(cause, template, to, data, Duration.ZERO);
    }

    public void tell(Cause cause, Template template, Recipient to, Map<String, Object> data, Duration later) {
        var id = cause.emailId(template);
        var due = later.isZero() ? clock.instant() : cause.at().plus(later);
        emails.add(email(id, id, template, to, named(to, template, data), due));
    }

    /** A mail that somebody asks for; with a key, once for that key. */
    public Email ask(Optional<String> key, Template template, Recipient to, Map<String, Object> data) {
        var now = clock.instant();
        var id = Id.next("eml", now);
        var email = email(id, key.orElse(id), template, to, data, now);
        if (emails.add(email)) return email;
        var first = emails.findByKey(email.key()).orElse(email);
        if (!first.says(email)) {
            throw Failure.invalid("/idempotencyKey", "idempotency_key_reused", "was used for another e-mail");
        }
        return first;
    }

    /** What would be sent. */
    public Letter preview(Template template, Language language, Map<String, Object> data) {
        return letters.write(template, language, template.fill(data), Optional.empty());
    }

    private Email email(String id, String key, Template template, Recipient to, Map<String, Object> data, Instant due) {
        var subject = letters.write(template, to.language(), template.fill(data), Optional.empty())
                .subject();
        var heldBack = suppressions
                .find(to.address())
                .filter(each -> each.holdsBack(template))
                .isPresent();
        var queued = Progress.queued(due);
        return new Email(
                id,
                key,
                to.address().key(),
                to.userId(),
                template,
                to.language(),
                subject,
                heldBack ? Map.of() : data,
                heldBack ? queued.suppressed() : queued,
                clock.instant(),
                false,
                1);
    }

    private static Map<String, Object> named(Recipient to, Template template, Map<String, Object> data) {
        var all = new HashMap<>(data);
        var wanted = template.variables().stream().anyMatch(each -> each.name().equals("displayName"));
        if (wanted) to.displayName().filter(name -> !name.isBlank()).ifPresent(name -> all.put("displayName", name));
        return all;
    }
}
