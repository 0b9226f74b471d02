package shop.stores.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import shop.stores.domain.Address;

/** Where a store is, on the way in and on the way out. */
@Schema(description = "Where a store is")
record PostalAddress(
        @Schema(description = "Who receives what is sent there", example = "Tea House", maxLength = 200)
        String fullName,

        @Schema(description = "Company", example = "Tea Ltd", maxLength = 200)
        Optional<String> company,

        @Schema(description = "Street and number", example = "Main Street 1", maxLength = 200)
        String line1,

        @Schema(description = "Floor, building", example = "2nd floor", maxLength = 200)
        Optional<String> line2,

        @Schema(description = "City", example = "Berlin", maxLength = 100)
        String city,

        @Schema(description = "State or region", example = "BE", maxLength = 100)
        Optional<String> region,

        @Schema(description = "Postal code", example = "10115", maxLength = 20)
        String postalCode,

        @Schema(description = "ISO 3166-1 alpha-2", example = "DE", pattern = "^[A-Z]{2}$", maxLength = 2)
        String country,

        @Schema(description = "Telephone", example = "+49 30 123456", maxLength = 40)
        Optional<String> phone) {

    static PostalAddress of(Address address) {
        return new PostalAddress(
                address.fullName(),
                address.company(),
                address.line1(),
                address.line2(),
                address.city(),
                address.region(),
                address.postalCode(),
                address.country(),
                address.phone());
    }

    /** Refused with a pointer seen from the address: whoever holds it says where that is. */
    PostalAddress {
        var _ = new Address(fullName, company, line1, line2, city, region, postalCode, country, phone);
    }

    Address address() {
        return new Address(fullName, company, line1, line2, city, region, postalCode, country, phone);
    }
}
