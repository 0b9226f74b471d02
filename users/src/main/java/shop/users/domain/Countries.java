package shop.users.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import shop.platform.Failure;

/** What an address must be like in its country; the postal codes of the twenty largest markets are known. */
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

    /** Where a parcel does not arrive without a state or province. */
    private static final Set<String> WITH_REGIONS = Set.of("AU", "BR", "CA", "CN", "IN", "JP", "MX", "US");

    /** The larger ones that have no postal codes at all. */
    private static final Set<String> WITHOUT_POSTAL_CODES = Set.of(
            "AE", "AG", "AO", "AW", "BF", "BI", "BJ", "BO", "BS", "BW", "BZ", "CD", "CG", "CI", "CM", "DJ", "DM", "FJ",
            "GA", "GD", "GH", "GM", "GY", "HK", "JM", "KI", "KM", "KN", "LC", "LY", "ML", "MO", "MR", "MW", "NA", "NR",
            "QA", "RW", "SB", "SC", "SL", "SR", "ST", "SY", "TD", "TG", "TO", "TT", "TV", "UG", "VU", "YE", "ZW");

    private static final String ANY = "(?U)[\\w -]{1,20}";

    private Countries() {}

    static void check(String country, String postalCode, Optional<String> region) {
        if (Arrays.binarySearch(Locale.getISOCountries(), country) < 0) {
            throw Failure.invalid("/country", "invalid_value", "must be an ISO 3166-1 alpha-2 code");
        }
        var absent = postalCode.isEmpty() && WITHOUT_POSTAL_CODES.contains(country);
        if (!absent && !postalCode.matches(POSTAL_CODES.getOrDefault(country, ANY))) {
            throw Failure.invalid("/postalCode", "invalid_format", "is no postal code of " + country);
        }
        if (WITH_REGIONS.contains(country)
                && region.filter(text -> !text.isBlank()).isEmpty()) {
            throw Failure.invalid("/region", "required", "must be given in " + country);
        }
    }
}
