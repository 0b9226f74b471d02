package shop.orders.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import shop.orders.domain.Address;

/** Where an order goes, on the way in and on the way out. */
@Schema(description = "Where an order goes, on the way in and on the way out")
record ShippingAddress(
        @Schema(description = "Who receives it", example = "Ann Lee", maxLength = 200)
        String fullName,

        @Schema(description = "Company", example = "Lee Ltd", maxLength = 200)
        Optional<String> company,

        @Schema(description = "Street and number", example = "Main Street 1", maxLength = 200)
        String line1,

        @Schema(description = "Floor, building", example = "2nd floor", maxLength = 200)
        Optional<String> line2,

        @Schema(description = "City", example = "Berlin", maxLength = 200)
        String city,

        @Schema(description = "State or province", example = "Berlin", maxLength = 200)
        Optional<String> region,

        @Schema(description = "Postal code", example = "10115", maxLength = 20)
        String postalCode,

        @Schema(description = "ISO 3166-1 alpha-2 code", example = "DE", maxLength = 2)
        String country,

        @Schema(description = "For the carrier", example = "+49301234567", maxLength = 40)
        Optional<String> phone) {

    ShippingAddress {
        var _ = new Address(fullName, company, line1, line2, city, region, postalCode, country, phone); // refuses early
    }

    static ShippingAddress of(Address it) {
        return new ShippingAddress(
                it.fullName(),
                it.company(),
                it.line1(),
                it.line2(),
                it.city(),
                it.region(),
                it.postalCode(),
                it.country(),
                it.phone());
    }

    Address address() {
        return new Address(fullName, company, line1, line2, city, region, postalCode, country, phone);
    }
}
