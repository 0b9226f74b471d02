package shop.email.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How to write to a person, put together from what auth and users tell, each in its own order.
 *
 * @param accountSequence how far auth's news have been heard
 * @param profileSequence how far users' news have been heard
 * @param left whether they have left; then nothing else is known
 */
public record Contact(
        String id,
        Optional<String> email,
        Optional<String> displayName,
        Optional<String> locale,
        Optional<Instant> registeredAt,
        int accountSequence,
        int profileSequence,
        boolean left,
        int version) {

    private static final Duration REGISTERING = Duration.ofSeconds(5);

    static Contact unknown(String id) {
        Optional<String> nothing = Optional.empty();
        return new Contact(id, nothing, nothing, nothing, Optional.empty(), 0, 0, false, 0);
    }

    /** The first news of a person may come after later ones, so it only fills what these left open. */
    Contact registered(String email, String displayName, Instant at, int sequence) {
        var current = sequence > accountSequence ? Optional.of(email) : this.email.or(() -> Optional.of(email));
        var name = this.displayName.or(() -> Optional.of(displayName));
        var newest = Math.max(sequence, accountSequence);
        return left
                ? this
                : new Contact(id, current, name, locale, Optional.of(at), newest, profileSequence, false, version + 1);
    }

    Contact withEmail(String email, int sequence) {
        if (left || sequence <= accountSequence) return this;
        return new Contact(
                id,
                Optional.of(email),
                displayName,
                locale,
                registeredAt,
                sequence,
                profileSequence,
                false,
                version + 1);
    }

    Contact withProfile(Optional<String> displayName, Optional<String> locale, int sequence) {
        if (left || sequence <= profileSequence) return this;
        return new Contact(id, email, displayName, locale, registeredAt, accountSequence, sequence, false, version + 1);
    }

    /** What users answers when asked; anything heard since then or before counts more. */
    Contact asked(Person person) {
        return left
                ? this
                : new Contact(
                        id,
                        email.or(() -> Optional.of(person.email())),
                        displayName.or(person::displayName),
                        locale.or(person::locale),
                        registeredAt,
                        accountSequence,
                        profileSequence,
                        false,
                        version + 1);
    }

    Contact leave() {
        Optional<String> nothing = Optional.empty();
        return left
                ? this
                : new Contact(
                        id,
                        nothing,
                        nothing,
                        nothing,
                        Optional.empty(),
                        accountSequence,
                        profileSequence,
                        true,
                        version + 1);
    }

    Language language() {
        return Language.of(locale.orElse(""));
    }

    /** Whoever has just registered is signed in by that, and knows. */
    boolean registering(Instant at) {
        return registeredAt.filter(then -> at.isBefore(then.plus(REGISTERING))).isPresent();
    }
}
