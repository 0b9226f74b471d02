package shop.users.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import shop.platform.Failure;

/** What an address must be like in its country: postal codes of the twenty largest markets are known. */
final class Countries {

    private static final Map<String, String> POSTAL_CODES = Map.ofEntries(
            Map.entry("AT", "\\d{4}"),
            Map.entry("AU", "\\d{4}"),
            Map.entry("BE", "\\d{4}"),
            Map.entry("BR", "\\d{5}-?\\d{3}"),
            Map.entry("CA", "[A-Za-z]\\d[A-Za-z] ?\\d[A-Za-z]\\d"),
            Map.entry("CH", "\\d{4}"),
            Map.entry("CN", "\\d{6}"),
            Map.entry("DE", "\\d{5}"),
            Map.entry("ES", "\\d{5}"),
            Map.entry("FR", "\\d{5}"),
            Map.entry("GB", "[A-Za-z]{1,2}\\d[A-Za-z\\d]? ?\\d[A-Za-z]{2}"),
            Map.entry("IN", "\\d{6}"),
            Map.entry("IT", "\\d{5}"),
            Map.entry("JP", "\\d{3}-?\\d{4}"),
            Map.entry("KR", "\\d{5}"),
            Map.entry("MX", "\\d{5}"),
            Map.entry("NL", "\\d{4} ?[A-Za-z]{2}"),
            Map.entry("PL", "\\d{2}-?\\d{3}"),
            Map.entry("SE", "\\d{3} ?\\d{2}"),
            Map.entry("US", "\\d{5}(-\\d{4})?"));

    private Countries() {}

    static void check(String country, String postalCode) {
        if (Arrays.binarySearch(Locale.getISOCountries(), country) < 0) {
            throw Failure.invalid("/country", "invalid_value", "must be an ISO 3166-1 alpha-2 code");
        }
        var pattern = POSTAL_CODES.getOrDefault(country, ".{1,20}");
        if (!postalCode.matches(pattern)) {
            throw Failure.invalid("/postalCode", "invalid_format", "is no postal code of " + country);
        }
    }
}
