package shop.users.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import shop.users.domain.Address;
import shop.users.domain.Consent;
import shop.users.domain.Entry;
import shop.users.domain.Role;
import shop.users.domain.Status;
import shop.users.domain.User;

/** People and their addresses as clients see them. */
final class Views {

    private Views() {}

    @Schema(description = "Consent to advertising")
    record ConsentView(
            @Schema(description = "Whether it was given", example = "false")
            boolean marketing,

            @Schema(description = "Since when", example = "2030-01-02T12:00:00.000Z")
            Instant at,

            @Schema(description = "Where it was said", example = "profile", maxLength = 100)
            String source) {

        static ConsentView of(Consent consent) {
            return new ConsentView(consent.marketing(), consent.at(), consent.source());
        }
    }

    @Schema(description = "A person")
    record UserView(
            @Schema(description = "Their id", example = "usr_01jd3v5kqkf4vbk9z8xw3n5r7t", maxLength = 40)
            String id,

            @Schema(description = "Their e-mail address", example = "ann@example.com", maxLength = 254)
            String email,

            @Schema(description = "Whether they proved it is theirs", example = "true")
            boolean emailVerified,

            @Schema(description = "What they want to be called", example = "Ann", maxLength = 100)
            String displayName,

            @Schema(description = "Their telephone, E.164", example = "+4930123456", maxLength = 40)
            Optional<String> phone,

            @Schema(description = "Their language, BCP 47", example = "en", maxLength = 35)
            String locale,

            @Schema(description = "Their picture, https", example = "https://example.com/ann.png", maxLength = 2000)
            Optional<String> avatarUrl,

            @Schema(description = "Whether they want advertising", example = "false")
            boolean marketingConsent,

            @Schema(description = "Since when, and where they said so")
            ConsentView consent,

            @Schema(description = "What they may do") Set<Role> roles,

            @Schema(description = "Whether they may sign in")
            Status status,

            @Schema(description = "Grows with each change", example = "1", minimum = "1")
            int version,

            @Schema(description = "When they registered", example = "2030-01-02T12:00:00.000Z")
            Instant createdAt,

            @Schema(description = "When this was last changed", example = "2030-01-02T12:00:00.000Z")
            Instant updatedAt) {

        static UserView of(User user) {
            var profile = user.profile();
            return new UserView(
                    user.id(),
                    user.email(),
                    user.emailVerified(),
                    profile.displayName(),
                    profile.phone(),
                    profile.locale(),
                    profile.avatarUrl(),
                    user.consent().marketing(),
                    ConsentView.of(user.consent()),
                    user.roles(),
                    user.status(),
                    user.version(),
                    user.createdAt(),
                    user.updatedAt());
        }
    }

    @Schema(description = "An address in an address book")
    record AddressView(
            @Schema(description = "Its id", example = "adr_01jd3v5kqkf4vbk9z8xw3n5r7t", maxLength = 40)
            String id,

            @Schema(description = "What it is called", example = "home", maxLength = 100)
            Optional<String> label,

            @Schema(description = "Who lives there", example = "Ann Example", maxLength = 200)
            String fullName,

            @Schema(description = "A company", example = "Tea Ltd", maxLength = 200)
            Optional<String> company,

            @Schema(description = "Street and number", example = "Main Street 1", maxLength = 200)
            String line1,

            @Schema(description = "More of it", example = "3rd floor", maxLength = 200)
            Optional<String> line2,

            @Schema(description = "City", example = "Berlin", maxLength = 100)
            String city,

            @Schema(description = "State or region", example = "BE", maxLength = 100)
            Optional<String> region,

            @Schema(description = "Postal code", example = "10115", maxLength = 20)
            String postalCode,

            @Schema(description = "ISO 3166-1 alpha-2", example = "DE", maxLength = 2)
            String country,

            @Schema(description = "Telephone for the carrier, E.164", example = "+4930123456", maxLength = 40)
            Optional<String> phone,

            @Schema(description = "Where parcels go unless said otherwise", example = "true")
            boolean defaultShipping,

            @Schema(description = "Where invoices go unless said otherwise", example = "true")
            boolean defaultBilling,

            @Schema(description = "Grows with each change", example = "1", minimum = "1")
            int version) {

        static AddressView of(Entry entry) {
            Address at = entry.address();
            return new AddressView(
                    entry.id(),
                    entry.label(),
                    at.fullName(),
                    at.company(),
                    at.line1(),
                    at.line2(),
                    at.city(),
                    at.region(),
                    at.postalCode(),
                    at.country(),
                    at.phone(),
                    entry.defaultShipping(),
                    entry.defaultBilling(),
                    entry.version());
        }
    }

    @Schema(description = "A part of what somebody did, as activity tells it")
    record HistoryView(
            @Schema(description = "This page") List<Map<String, Object>> items,

            @Schema(description = "The cursor of the next page; null at the end")
            @JsonInclude(JsonInclude.Include.ALWAYS)
            @Nullable
            String next) {}

    @Schema(description = "What users keeps of a person")
    record PersonalData(
            @Schema(description = "The profile") UserView profile,
            @Schema(description = "The address book") List<AddressView> addresses) {

        static PersonalData of(User user) {
            return new PersonalData(
                    UserView.of(user),
                    user.addresses().stream().map(AddressView::of).toList());
        }
    }
}
