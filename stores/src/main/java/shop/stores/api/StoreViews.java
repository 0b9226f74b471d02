package shop.stores.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shop.stores.domain.Change;
import shop.stores.domain.Status;
import shop.stores.domain.Store;

/** Stores as clients see them. */
final class StoreViews {

    private StoreViews() {}

    @Schema(description = "A store")
    record StoreView(
            @Schema(description = "Its id", example = "sto_01jd3v5kqkf4vbk9z8xw3n5r7t", maxLength = 40)
            String id,

            @Schema(description = "Its name in addresses", example = "tea-house", maxLength = 60)
            String slug,

            @Schema(description = "What it is called", example = "Tea House", maxLength = 100)
            String name,

            @Schema(description = "What it sells and how", example = "Tea and what goes with it", maxLength = 5000)
            String description,

            @Schema(description = "Where to write to", example = "hello@tea.example", maxLength = 254)
            String contactEmail,

            @Schema(description = "Currency of all its prices, ISO 4217", example = "EUR", maxLength = 3)
            String currency,

            @Schema(description = "Where it is, ISO 3166-1 alpha-2", example = "DE", maxLength = 2)
            String country,

            @Schema(description = "A picture", example = "https://tea.example/logo.png", maxLength = 2000)
            Optional<String> logoUrl,

            @Schema(description = "Its address") Optional<PostalAddress> address,
            @Schema(description = "Where it stands") Status status,

            @Schema(description = "Whose it is", example = "usr_01jd3v5kqkf4vbk9z8xw3n5r7t", maxLength = 40)
            String ownerId,

            @Schema(description = "Who works there; for its owner and admins")
            Optional<List<StaffView>> staff,

            @Schema(description = "The same, for siblings") Optional<List<String>> staffIds,

            @Schema(description = "Grows with each change", example = "1", minimum = "1")
            int version,

            @Schema(description = "When it was opened", example = "2030-01-02T12:00:00.000Z")
            Instant createdAt,

            @Schema(description = "When it was last changed", example = "2030-01-02T12:00:00.000Z")
            Instant updatedAt) {

        static StoreView of(Store store, boolean withStaff, boolean forSibling) {
            var profile = store.profile();
            return new StoreView(
                    store.id(),
                    store.slug(),
                    profile.name(),
                    profile.description(),
                    profile.contactEmail(),
                    store.currency(),
                    profile.country(),
                    profile.logoUrl(),
                    profile.address().map(PostalAddress::of),
                    store.status(),
                    store.ownerId(),
                    withStaff
                            ? Optional.of(
                                    store.staffIds().stream().map(StaffView::of).toList())
                            : Optional.empty(),
                    forSibling ? Optional.of(store.staffIds()) : Optional.empty(),
                    store.version(),
                    store.createdAt(),
                    store.updatedAt());
        }
    }

    @Schema(description = "Somebody who works in a store")
    record StaffView(
            @Schema(description = "Who", example = "usr_01jd3v5kqkf4vbk9z8xw3n5r7t", maxLength = 64)
            String userId,

            @Schema(description = "Always staff", example = "staff", maxLength = 10)
            String role) {

        static StaffView of(String userId) {
            return new StaffView(userId, "staff");
        }
    }

    @Schema(description = "A change of status")
    record ChangeView(
            @Schema(description = "What it became") Status status,

            @Schema(
                    description = "Who did it: a user's id, or system",
                    example = "usr_01jd3v5kqkf4vbk9z8xw3n5r7t",
                    pattern = "^[^\\x00]*$",
                    maxLength = 64)
            String by,

            @Schema(description = "When", example = "2030-01-02T12:00:00.000Z")
            Instant at,

            @Schema(description = "Why", example = "summer break", maxLength = 1000)
            Optional<String> reason) {

        static ChangeView of(Change change) {
            return new ChangeView(change.status(), change.by(), change.at(), change.reason());
        }
    }

    @Schema(description = "A store that somebody works in")
    record WorkplaceView(
            @Schema(description = "Its id", example = "sto_01jd3v5kqkf4vbk9z8xw3n5r7t", maxLength = 40)
            String storeId,

            @Schema(description = "What it is called", example = "Tea House", maxLength = 100)
            String name) {}

    @Schema(description = "What stores keeps of one person")
    record PersonalData(
            @Schema(description = "The stores they own") List<StoreView> stores,

            @Schema(description = "Those they work in") List<WorkplaceView> worksIn) {

        static PersonalData of(String userId, List<Store> touched) {
            return new PersonalData(
                    touched.stream()
                            .filter(store -> store.ownerId().equals(userId))
                            .map(store -> StoreView.of(store, true, false))
                            .toList(),
                    touched.stream()
                            .filter(store -> store.staffIds().contains(userId))
                            .map(store -> new WorkplaceView(
                                    store.id(), store.profile().name()))
                            .toList());
        }
    }
}
