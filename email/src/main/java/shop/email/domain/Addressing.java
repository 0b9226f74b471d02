package shop.email.domain;

import java.util.Optional;
import java.util.function.UnaryOperator;
import shop.platform.Failure;

/** Knows how to write to people and stores: from what was heard, else by asking once and keeping the answer. */
public final class Addressing {

    private static final int TRIES = 10;

    private final Contacts contacts;
    private final Stores stores;
    private final Directory directory;

    public Addressing(Contacts contacts, Stores stores, Directory directory) {
        this.contacts = contacts;
        this.stores = stores;
        this.directory = directory;
    }

    public void registered(String userId, String email, String displayName, int sequence) {
        change(userId, contact -> contact.registered(email, displayName, sequence));
    }

    public void emailVerified(String userId, String email, int sequence) {
        change(userId, contact -> contact.withEmail(email, sequence));
    }

    public void profileUpdated(String userId, Optional<String> displayName, Optional<String> locale, int sequence) {
        change(userId, contact -> contact.withProfile(displayName, locale, sequence));
    }

    /** Forgets the person, and never learns about them again. */
    public void left(String userId) {
        change(userId, Contact::leave);
    }

    public void left(Address contact) {
        stores.forget(contact);
    }

    public boolean hasLeft(String userId) {
        return contacts.find(userId).filter(Contact::left).isPresent();
    }

    /** The person to write to, if there still is one. */
    public Optional<Recipient> person(String userId) {
        var known = contacts.find(userId);
        var contact = known.filter(each -> each.left() || each.email().isPresent())
                .or(() -> directory.person(userId).map(person -> change(userId, each -> each.asked(person))));
        return contact.filter(each -> !each.left())
                .flatMap(each -> each.email()
                        .map(email -> new Recipient(
                                new Address(email), Optional.of(userId), each.displayName(), each.language())));
    }

    /** The person an event names together with an address, unless they have left since. */
    public Optional<Recipient> person(String userId, String email, Optional<String> displayName) {
        var contact = contacts.find(userId).orElseGet(() -> Contact.unknown(userId));
        if (contact.left()) return Optional.empty();
        var name = contact.displayName().or(() -> displayName);
        return Optional.of(new Recipient(new Address(email), Optional.of(userId), name, contact.language()));
    }

    boolean wants(String userId, Template template) {
        return directory.wants(userId, template);
    }

    public void heard(Store store) {
        stores.put(store);
    }

    public Optional<Store> store(String storeId) {
        return stores.find(storeId).or(() -> {
            var asked = directory.store(storeId);
            asked.ifPresent(stores::put);
            return asked;
        });
    }

    /** Who reads what is sent to a store, if anybody does: nobody in particular, in the language of its owner. */
    public Optional<Recipient> desk(Store store) {
        var language = contacts.find(store.ownerId()).map(Contact::language).orElse(Language.EN);
        return store.contactEmail()
                .map(email -> new Recipient(new Address(email), Optional.empty(), Optional.empty(), language));
    }

    private Contact change(String userId, UnaryOperator<Contact> change) {
        for (int attempt = 1; ; attempt++) {
            var before = contacts.find(userId).orElseGet(() -> Contact.unknown(userId));
            var next = change.apply(before);
            if (next.equals(before)) return before;
            try {
                contacts.put(next);
                return next;
            } catch (Failure failure) {
                if (failure.kind() != Failure.Kind.STALE || attempt == TRIES) throw failure;
            }
        }
    }
}
