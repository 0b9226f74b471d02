package shop.email.events;

import shop.email.domain.EmailEvent;
import shop.platform.events.Fact;

/** How e-mail events are called and look outside; changing anything here changes a file in compose/contracts. */
public final class EmailWire {

    private EmailWire() {}

    public static Fact fact(EmailEvent event) {
        var type = switch (event) {
            case EmailEvent.Sent _ -> "email.sent";
            case EmailEvent.Failed _ -> "email.failed";
        };
        return new Fact("email", type, event);
    }
}
