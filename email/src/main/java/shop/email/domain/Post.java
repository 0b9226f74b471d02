package shop.email.domain;

import java.util.Optional;

/** Writes a mail and hands it over. */
public final class Post {

    private final Letters letters;
    private final UnsubscribeLinks links;
    private final Mailbox mailbox;

    public Post(Letters letters, UnsubscribeLinks links, Mailbox mailbox) {
        this.letters = letters;
        this.links = links;
        this.mailbox = mailbox;
    }

    Delivery send(Email email) {
        var to = new Address(email.to());
        var unsubscribe = email.template().essential() ? Optional.<String>empty() : Optional.of(links.of(to));
        var values = email.template().fill(email.data());
        var letter = letters.write(email.template(), email.language(), values, unsubscribe);
        return mailbox.deliver(new Mailbox.Parcel(email.id(), to, letter, unsubscribe));
    }
}
