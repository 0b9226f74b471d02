package shop.orders.domain;

import java.util.Locale;
import java.util.Optional;
import shop.platform.Failure;

/** Where an order goes. */
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

    private static final int LONGEST = 200;
    private static final int LONGEST_CODE = 20;

    public Address {
        Checks.text("/fullName", fullName, LONGEST);
        Checks.text("/company", company, LONGEST);
        Checks.text("/line1", line1, LONGEST);
        Checks.text("/line2", line2, LONGEST);
        Checks.text("/city", city, LONGEST);
        Checks.text("/region", region, LONGEST);
        Checks.text("/postalCode", postalCode, LONGEST_CODE);
        Checks.text("/phone", phone, 2 * LONGEST_CODE);
        if (!Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(country)) {
            throw Failure.invalid("/country", "invalid_value", "must be an ISO 3166-1 alpha-2 code in upper case");
        }
    }

    /** What may be kept of somebody who wants to be forgotten: the country, which taxes and figures need. */
    Address forgotten() {
        return new Address(
                "deleted",
                Optional.empty(),
                "deleted",
                Optional.empty(),
                "deleted",
                Optional.empty(),
                "deleted",
                country,
                Optional.empty());
    }
}
