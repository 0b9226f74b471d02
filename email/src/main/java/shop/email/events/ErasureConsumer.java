package shop.email.events;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shop.email.domain.Address;
import shop.email.domain.Cause;
import shop.email.domain.Erasing;
import shop.email.domain.Language;
import shop.email.domain.Queueing;
import shop.email.domain.Recipient;
import shop.email.domain.Template;
import shop.platform.crypto.Secret;
import shop.platform.events.Event;
import shop.platform.events.EventBus;
import shop.platform.json.Json;

/** Forgets people who have left, and tells them so. */
public final class ErasureConsumer {

    record Deleted(String userId, String sealedContact) {}

    record Contact(String email, Optional<String> displayName, Optional<String> locale) {}

    private final Erasing erasing;
    private final Queueing queueing;
    private final Secret contacts;

    public ErasureConsumer(Erasing erasing, Queueing queueing, Secret secret) {
        this.erasing = erasing;
        this.queueing = queueing;
        this.contacts = secret.derive("contacts");
    }

    public AutoCloseable listenTo(EventBus bus) {
        return bus.subscribe("email.erasure", List.of("user.deleted"), this::forget);
    }

    private void forget(Event event) {
        var deleted = event.data(Deleted.class);
        var json = contacts.open(Base64.getUrlDecoder().decode(deleted.sealedContact()));
        var contact = Json.TOLERANT.readValue(json, Contact.class);
        var address = new Address(contact.email());
        erasing.erase(deleted.userId(), Optional.of(address));
        var language = Language.of(contact.locale().orElse(""));
        var to = new Recipient(address, Optional.of(deleted.userId()), contact.displayName(), language);
        queueing.tell(new Cause(event.id(), event.time()), Template.ACCOUNT_DELETED, to, Map.of());
    }
}
