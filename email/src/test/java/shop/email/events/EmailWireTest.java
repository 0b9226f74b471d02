package shop.email.events;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.platform.testing.TestPlatform.NOON;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import shop.email.domain.EmailEvent;
import shop.email.domain.Template;
import shop.platform.events.Event;
import shop.platform.testing.Contracts;

/** What email tells is what compose/contracts promises, to the last field. */
class EmailWireTest {

    private static final String EMAIL = "eml_01m1c2jv00e8e8qfx9b2d3n401";
    private static final Optional<String> USER = Optional.of("usr_01m1c2jv00e8e8qfx9b2d3n401");

    @Test
    void anEmailThatIsOut() {
        assertPromised("email.sent", new EmailEvent.Sent(EMAIL, Template.ORDER_CONFIRMATION, USER));
    }

    @Test
    void anEmailThatIsRefused() {
        assertPromised(
                "email.failed", new EmailEvent.Failed(EMAIL, Template.ORDER_CONFIRMATION, USER, "550 no such user"));
    }

    private static void assertPromised(String type, EmailEvent event) {
        var promised = Contracts.sample(type);

        var told = Event.about(promised.subject(), promised.sequence(), EmailWire.fact(event), NOON);

        assertThat(told)
                .usingRecursiveComparison()
                .ignoringFields("id", "traceparent")
                .isEqualTo(promised);
    }
}
