package shop.email.domain;

import java.util.Optional;

/** Where mails are handed over to. */
public interface Mailbox {

    /**
     * A mail ready to go.
     *
     * @param id the same for each try, so that its reader's software can tell a repetition
     * @param unsubscribe where one click ends such mails (RFC 8058); empty for those that must arrive
     */
    record Parcel(String id, Address to, Letter letter, Optional<String> unsubscribe) {}

    Delivery deliver(Parcel parcel);
}
