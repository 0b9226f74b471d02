package shop.users.events;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import shop.platform.events.Event;
import shop.platform.events.EventBus;
import shop.users.domain.Account;
import shop.users.domain.Changing;
import shop.users.domain.Profiles;
import shop.users.domain.Role;

/** What users does when auth says something. */
public final class AccountConsumer {

    /** Only what users needs; whatever else auth tells is ignored. */
    record AccountTold(String userId, String email, Optional<String> displayName, Optional<Set<String>> roles) {}

    private final Changing changing;
    private final Profiles profiles;

    public AccountConsumer(Changing changing, Profiles profiles) {
        this.changing = changing;
        this.profiles = profiles;
    }

    public AutoCloseable listenTo(EventBus bus) {
        return bus.subscribe("users.accounts", List.of("user.email_verified", "user.registered"), this::hear);
    }

    private void hear(Event event) {
        var told = event.data(AccountTold.class);
        if (event.type().equals("user.registered")) changing.welcome(account(told, event));
        else profiles.verified(told.userId(), told.email());
    }

    private static Account account(AccountTold told, Event event) {
        var roles = told.roles().orElse(Set.of("customer")).stream()
                .map(name -> Role.valueOf(name.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
        return new Account(
                told.userId(), told.email(), false, told.displayName().orElse("New user"), roles, event.time());
    }
}
