package shop.stores.domain;

import java.util.Optional;

/** What a store says about itself, and its owner may change. */
public record Profile(
        String name,
        String description,
        String contactEmail,
        String country,
        Optional<String> logoUrl,
        Optional<Address> address) {

    private static final String NOBODY = "nobody@invalid.example";

    public Profile {
        Texts.required("/name", name, 100);
        Texts.bounded("/description", Optional.of(description), 5_000);
        Texts.required("/contactEmail", contactEmail, 254);
        Texts.email("/contactEmail", contactEmail);
        Texts.country("/country", country);
        Texts.link("/logoUrl", logoUrl);
    }

    /** What others may still have to know of a store whose owner has left: what it was called, and in which country. */
    Profile withoutPerson() {
        return new Profile(name, "", NOBODY, country, Optional.empty(), Optional.empty());
    }

    /** Whom to write to, if there is anybody. */
    public Optional<String> contact() {
        return Optional.of(contactEmail).filter(address -> !address.equals(NOBODY));
    }
}
