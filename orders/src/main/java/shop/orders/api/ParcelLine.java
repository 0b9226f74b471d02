package shop.orders.api;

import io.swagger.v3.oas.annotations.media.Schema;
import shop.orders.domain.Parcel;

/** How many of one SKU are in a shipment or a return. */
@Schema(description = "How many of one SKU are in a shipment or a return")
record ParcelLine(
        @Schema(description = "The variant", example = "TEA-1", maxLength = 100)
        String sku,

        @Schema(description = "How many", example = "1", minimum = "1", maximum = "1000")
        int quantity) {

    ParcelLine {
        var _ = new Parcel(sku, quantity); // refuses early
    }

    static ParcelLine of(Parcel parcel) {
        return new ParcelLine(parcel.sku(), parcel.quantity());
    }

    Parcel parcel() {
        return new Parcel(sku, quantity);
    }
}
