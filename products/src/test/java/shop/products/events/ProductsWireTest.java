package shop.products.events;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.platform.testing.TestPlatform.NOON;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shop.platform.events.Event;
import shop.platform.events.Fact;
import shop.platform.testing.Contracts;
import shop.products.domain.MovementType;
import shop.products.domain.ProductEvent;
import shop.products.domain.ProductStatus;
import shop.products.domain.ReservationEvent;
import shop.products.domain.StockEvent;
import shop.products.domain.ViewEvent;

/** What products tells is what compose/contracts promises, to the last field. */
class ProductsWireTest {

    private static final String PRODUCT = "prd_01m1c2jv00e8e8qfx9b2d3n401";
    private static final String STORE = "sto_01m1c2jv00e8e8qfx9b2d3n401";

    @Test
    void products() {
        promised("product.created", ProductWire.fact(new ProductEvent.Created(tea(ProductStatus.ACTIVE))));
        promised("product.updated", ProductWire.fact(new ProductEvent.Updated(tea(ProductStatus.ACTIVE))));
        promised("product.archived", ProductWire.fact(new ProductEvent.Archived(tea(ProductStatus.ARCHIVED))));
    }

    private static ProductEvent.Snapshot tea(ProductStatus status) {
        return new ProductEvent.Snapshot(
                PRODUCT, STORE, "Green tea", status, "EUR", List.of("TEA-1"), List.of("tea"), Optional.of("Leaf"));
    }

    @Test
    void stock() {
        promised(
                "stock.adjusted",
                StockWire.fact(new StockEvent.Adjusted(
                        PRODUCT,
                        STORE,
                        "TEA-1",
                        "Green tea",
                        MovementType.ADJUSTMENT,
                        -2,
                        8,
                        1,
                        7,
                        Optional.of("damaged"),
                        "usr_01m1c2jv00e8e8qfx9b2d3n402")));
        promised("stock.low", StockWire.fact(new StockEvent.Low(PRODUCT, STORE, "TEA-1", "Green tea", 3, 5)));
        promised("stock.depleted", StockWire.fact(new StockEvent.Depleted(PRODUCT, STORE, "TEA-1", "Green tea", 0, 5)));
        promised(
                "stock.replenished",
                StockWire.fact(new StockEvent.Replenished(PRODUCT, STORE, "TEA-1", "Green tea", 20, 5)));
    }

    @Test
    void reservationsAndViews() {
        promised(
                "reservation.expired",
                ReservationWire.fact(new ReservationEvent.Expired("ord_01m1c2jv00e8e8qfx9b2d3n401")));
        promised(
                "product.viewed",
                ViewWire.fact(new ViewEvent.Viewed(PRODUCT, STORE, "usr_01m1c2jv00e8e8qfx9b2d3n401")));
    }

    @Test
    void whatTellsAnEventIsFoundAgain() {
        assertThat(StockWire.home(Contracts.sample("stock.low"))).isEqualTo(PRODUCT + ":TEA-1");
        assertThat(ViewWire.home(Contracts.sample("product.viewed")))
                .isEqualTo("usr_01m1c2jv00e8e8qfx9b2d3n401:" + PRODUCT);
    }

    private static void promised(String type, Fact fact) {
        var promised = Contracts.sample(type);

        var told = Event.about(promised.subject(), promised.sequence(), fact, NOON);

        assertThat(told)
                .usingRecursiveComparison()
                .ignoringFields("id", "traceparent")
                .isEqualTo(promised);
    }
}
