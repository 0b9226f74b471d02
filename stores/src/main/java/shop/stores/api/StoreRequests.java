package shop.stores.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import shop.platform.Failure;
import shop.stores.domain.Profile;
import shop.stores.domain.Store;

/** What clients send about stores. */
final class StoreRequests {

    private StoreRequests() {}

    @Schema(description = "A new store")
    record OpenStore(
            @Schema(description = "What it is called", example = "Tea House", maxLength = 100)
            String name,

            @Schema(
                    description = "Its name in addresses, unique; made from the name when absent",
                    example = "tea-house",
                    pattern = "^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$",
                    maxLength = 60)
            Optional<String> slug,

            @Schema(description = "What it sells and how", example = "Tea and what goes with it", maxLength = 5000)
            String description,

            @Schema(
                    description = "Where customers and the shop write to",
                    example = "hello@tea.example",
                    maxLength = 254)
            String contactEmail,

            @Schema(
                    description = "Currency of all its prices, ISO 4217; can't be changed",
                    example = "EUR",
                    maxLength = 3)
            String currency,

            @Schema(description = "Where it is, ISO 3166-1 alpha-2", example = "DE", maxLength = 2)
            String country,

            @Schema(description = "A picture", example = "https://tea.example/logo.png", maxLength = 2000)
            Optional<String> logoUrl,

            @Schema(description = "Its address") Optional<PostalAddress> address) {

        Profile profile() {
            return new Profile(name, description, contactEmail, country, logoUrl, address.map(PostalAddress::address));
        }
    }

    @Schema(description = "What can be changed of a store")
    record EditStore(
            @Schema(description = "What it is called", example = "Tea House", maxLength = 100)
            String name,

            @Schema(description = "Its name in addresses, unique", example = "tea-house", maxLength = 60)
            String slug,

            @Schema(description = "What it sells and how", example = "Tea and what goes with it", maxLength = 5000)
            String description,

            @Schema(
                    description = "Where customers and the shop write to",
                    example = "hello@tea.example",
                    maxLength = 254)
            String contactEmail,

            @Schema(description = "Where it is, ISO 3166-1 alpha-2", example = "DE", maxLength = 2)
            String country,

            @Schema(description = "A picture", example = "https://tea.example/logo.png", maxLength = 2000)
            Optional<String> logoUrl,

            @Schema(description = "Its address") Optional<PostalAddress> address) {

        static EditStore of(Store store) {
            var profile = store.profile();
            return new EditStore(
                    profile.name(),
                    store.slug(),
                    profile.description(),
                    profile.contactEmail(),
                    profile.country(),
                    profile.logoUrl(),
                    profile.address().map(PostalAddress::of));
        }

        Profile profile() {
            return new Profile(name, description, contactEmail, country, logoUrl, address.map(PostalAddress::address));
        }
    }

    @Schema(description = "Why a store is suspended")
    record SuspendStore(
            @Schema(description = "Its owner reads it", example = "counterfeit goods", maxLength = 1000)
            String reason) {}

    @Schema(description = "Why the status changes")
    record ChangeStatus(
            @Schema(description = "Kept in the history", example = "summer break", maxLength = 1000)
            Optional<String> reason) {}

    @Schema(description = "What somebody does in a store")
    record Hire(
            @Schema(description = "Always staff", example = "staff", allowableValues = "staff", maxLength = 10)
            String role) {

        Hire {
            if (!role.equals("staff")) throw Failure.invalid("/role", "invalid_value", "must be staff");
        }
    }
}
