package shop.users.domain;

import java.util.Optional;

/** What people say about themselves. */
public record Profile(String displayName, Optional<String> phone, String locale, Optional<String> avatarUrl) {

    static final Profile NOBODY = new Profile("Deleted user", Optional.empty(), "en", Optional.empty());

    public Profile {
        Texts.required("/displayName", displayName, 100);
        phone = Texts.phone("/phone", phone);
        Texts.locale("/locale", locale);
        Texts.link("/avatarUrl", avatarUrl);
    }
}
