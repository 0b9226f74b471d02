package shop.email.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shop.email.domain.Addressing;
import shop.email.domain.Cause;
import shop.email.domain.Queueing;
import shop.email.domain.Template;
import shop.platform.crypto.Secret;
import shop.platform.events.Event;
import shop.platform.events.EventBus;

/** Writes to people about their accounts. */
public final class AccountConsumer {

    record Account(
            String userId,
            String email,
            Optional<String> displayName,
            Optional<String> sealedToken,
            Optional<Instant> expiresAt,
            Optional<Boolean> newDevice,
            Optional<String> address,
            Optional<String> userAgent) {}

    private static final int LONGEST_DEVICE = 200;

    private final Queueing queueing;
    private final Addressing addressing;
    private final Secret tokens;

    public AccountConsumer(Queueing queueing, Addressing addressing, Secret secret) {
        this.queueing = queueing;
        this.addressing = addressing;
        this.tokens = secret.derive("mail-tokens");
    }

    public AutoCloseable listenTo(EventBus bus) {
        var types = List.of(
                "user.registered",
                "user.verification_requested",
                "user.password_reset_requested",
                "user.password_changed",
                "user.logged_in");
        return bus.subscribe("email.accounts", types, this::write);
    }

    private void write(Event event) {
        var account = event.data(Account.class);
        switch (event.type()) {
            case "user.registered" -> tell(event, account, Template.WELCOME, Map.of());
            case "user.verification_requested" -> tell(event, account, Template.VERIFY_EMAIL, token(account));
            case "user.password_reset_requested" -> tell(event, account, Template.PASSWORD_RESET, token(account));
            case "user.password_changed" ->
                tell(event, account, Template.PASSWORD_CHANGED, origin(account, "changedAt", event));
            default -> signedIn(event, account);
        }
    }

    private void signedIn(Event event, Account account) {
        if (!account.newDevice().orElse(false)) return;
        var data = origin(account, "signedInAt", event);
        account.userAgent()
                .filter(agent -> !agent.isBlank())
                .ifPresent(agent -> data.put("device", agent.substring(0, Math.min(agent.length(), LONGEST_DEVICE))));
        tell(event, account, Template.NEW_SIGN_IN, data);
    }

    private void tell(Event event, Account account, Template template, Map<String, Object> data) {
        addressing
                .person(account.userId(), account.email(), account.displayName())
                .ifPresent(to -> queueing.tell(new Cause(event.id(), event.time()), template, to, data));
    }

    private Map<String, Object> token(Account account) {
        var data = new HashMap<String, Object>();
        var sealed = Base64.getUrlDecoder().decode(account.sealedToken().orElse(""));
        data.put("token", new String(tokens.open(sealed), UTF_8));
        account.expiresAt().ifPresent(at -> data.put("expiresAt", at.toString()));
        return data;
    }

    private static Map<String, Object> origin(Account account, String when, Event event) {
        var data = new HashMap<String, Object>();
        data.put(when, event.time().toString());
        account.address().filter(address -> !address.isBlank()).ifPresent(address -> data.put("address", address));
        return data;
    }
}
