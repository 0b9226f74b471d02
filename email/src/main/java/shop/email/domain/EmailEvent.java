package shop.email.domain;

import java.util.Optional;

/** What the rest of the shop may learn about mails: never the address, never what they say. */
public sealed interface EmailEvent {

    record Sent(String emailId, Template template, Optional<String> userId) implements EmailEvent {}

    record Failed(String emailId, Template template, Optional<String> userId, String reason) implements EmailEvent {}
}
