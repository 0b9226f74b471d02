package shop.email.domain;

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
        int accountSequence,
        int profileSequence,
        boolean left,
        int version) {

    static Contact unknown(String id) {
        Optional<String> nothing = Optional.empty();
        return new Contact(id, nothing, nothing, nothing, 0, 0, false, 0);
    }

    /** The first news of a person may come after later ones, so it only fills what these left open. */
    Contact registered(String email, String displayName, int sequence) {
        var current = sequence > accountSequence ? Optional.of(email) : this.email.or(() -> Optional.of(email));
        var name = this.displayName.or(() -> Optional.of(displayName));
        var newest = Math.max(sequence, accountSequence);
        return left ? this : new Contact(id, current, name, locale, newest, profileSequence, false, version + 1);
    }

    Contact withEmail(String email, int sequence) {
        if (left || sequence <= accountSequence) return this;
        return new Contact(id, Optional.of(email), displayName, locale, sequence, profileSequence, false, version + 1);
    }

    Contact withProfile(Optional<String> displayName, Optional<String> locale, int sequence) {
        if (left || sequence <= profileSequence) return this;
        return new Contact(id, email, displayName, locale, accountSequence, sequence, false, version + 1);
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
                        accountSequence,
                        profileSequence,
                        false,
                        version + 1);
    }

    Contact leave() {
        Optional<String> nothing = Optional.empty();
        return left
                ? this
                : new Contact(id, nothing, nothing, nothing, accountSequence, profileSequence, true, version + 1);
    }

    Language language() {
        return Language.of(locale.orElse(""));
    }
}
