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

    public Profile {
        Texts.required("/name", name, 100);
        Texts.bounded("/description", Optional.of(description), 5_000);
        Texts.required("/contactEmail", contactEmail, 254);
        Texts.email("/contactEmail", contactEmail);
        Texts.country("/country", country);
        Texts.link("/logoUrl", logoUrl);
    }

    Profile withoutPerson() {
        return new Profile(name, description, "nobody@invalid.example", country, logoUrl, Optional.empty());
    }
}
