package shop.users.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import java.util.Set;
import shop.platform.Failure;
import shop.users.domain.Address;
import shop.users.domain.Entry;
import shop.users.domain.Profile;
import shop.users.domain.Role;
import shop.users.domain.Status;
import shop.users.domain.User;

/** What clients send about people. */
final class Requests {

    private Requests() {}

    @Schema(description = "What people may change of themselves")
    record EditProfile(
            @Schema(description = "What they want to be called", example = "Ann", maxLength = 100)
            String displayName,

            @Schema(description = "Their telephone, E.164", example = "+4930123456", maxLength = 40)
            Optional<String> phone,

            @Schema(description = "Their language, BCP 47", example = "en", maxLength = 35)
            String locale,

            @Schema(description = "Their picture, https", example = "https://example.com/ann.png", maxLength = 2000)
            Optional<String> avatarUrl,

            @Schema(description = "Whether they want advertising", example = "false")
            boolean marketingConsent) {

        static EditProfile of(User user) {
            var profile = user.profile();
            return new EditProfile(
                    profile.displayName(),
                    profile.phone(),
                    profile.locale(),
                    profile.avatarUrl(),
                    user.consent().marketing());
        }

        Profile profile() {
            return new Profile(displayName, phone, locale, avatarUrl);
        }
    }

    @Schema(description = "An address for the address book")
    record WriteAddress(
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

            @Schema(
                    description = "Send parcels here unless said otherwise; stays as it is when absent",
                    example = "true")
            Optional<Boolean> defaultShipping,

            @Schema(
                    description = "Send invoices here unless said otherwise; stays as it is when absent",
                    example = "true")
            Optional<Boolean> defaultBilling) {

        Entry.Draft draft() {
            var address = new Address(fullName, company, line1, line2, city, region, postalCode, country, phone);
            return new Entry.Draft(label, address, defaultShipping, defaultBilling);
        }
    }

    @Schema(description = "What somebody may do")
    record SetRoles(
            @Schema(description = "All roles; everybody is a customer")
            Set<Role> roles) {}

    @Schema(description = "Whether somebody may sign in")
    record SetStatus(
            @Schema(description = "active or disabled", example = "disabled")
            Status status) {

        SetStatus {
            if (status == Status.DELETED) {
                throw Failure.invalid("/status", "invalid_value", "must be active or disabled");
            }
        }
    }
}
