package shop.users.domain;

import java.util.Optional;

/** Where something is sent, or an invoice goes to. */
public record Address(
        String fullName,
        Optional<String> company,
        String line1,
        Optional<String> line2,
        String city,
        Optional<String> region,
        String postalCode,
        String country,
        Optional<String> phone) {

    public Address {
        Texts.required("/fullName", fullName, 200);
        Texts.bounded("/company", company, 200);
        Texts.required("/line1", line1, 200);
        Texts.bounded("/line2", line2, 200);
        Texts.required("/city", city, 100);
        Texts.bounded("/region", region, 100);
        Countries.check(country, postalCode, region);
        phone = Texts.phone("/phone", phone);
    }
}
