package shop.email.domain;

import static shop.platform.testing.TestPlatform.NOON;

import java.util.Map;
import java.util.Optional;

/** Valid mails for tests; change only what the test is about. */
public final class EmailFixture {

    public static final Address ANN = new Address("ann@example.com");

    private EmailFixture() {}

    public static Email anEmail(String id) {
        return anEmail(id, Template.WELCOME, ANN, Map.of("displayName", "Ann"));
    }

    public static Email anEmail(String id, Template template, Address to, Map<String, Object> data) {
        return new Email(
                id,
                id,
                to.key(),
                Optional.of("usr_ann"),
                template,
                Language.EN,
                "Hello",
                data,
                Progress.queued(NOON),
                NOON,
                false,
                1);
    }

    public static Recipient ann() {
        return new Recipient(ANN, Optional.of("usr_ann"), Optional.of("Ann"), Language.EN);
    }

    /** A subject that says which template, and a text that shows the data. */
    public static Letter letter(
            Template template, Language language, Map<String, Value> values, Optional<String> unsubscribe) {
        return new Letter(template + " " + language, "<p>" + values + unsubscribe + "</p>", values.toString());
    }

    static EmailEvent sent(Email email) {
        return new EmailEvent.Sent(email.id(), email.template(), email.userId());
    }
}
