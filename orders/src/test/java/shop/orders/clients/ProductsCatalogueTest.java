package shop.orders.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.platform.testing.SiblingsHere.json;
import static shop.platform.testing.TestPlatform.NOON;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.orders.domain.Catalogue;
import shop.orders.domain.Catalogue.Product;
import shop.orders.domain.Catalogue.Variant;
import shop.orders.domain.Item;
import shop.orders.domain.Item.Option;
import shop.orders.domain.Line;
import shop.platform.Failure;
import shop.platform.Failure.Kind;
import shop.platform.Money;
import shop.platform.testing.SiblingsHere;

class ProductsCatalogueTest {

    private static final List<Line> TEA = List.of(new Line("prd_tea", Optional.empty(), 2));

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final SiblingsHere here = new SiblingsHere(routes -> {
        routes.put("/products/reservations/ord_1", this::hold);
        routes.put("/products/reservations/ord_2", ctx -> json(ctx, 409, """
                {"code": "insufficient_stock", "detail": "too few",
                 "errors": [{"pointer": "/items/0", "code": "insufficient_stock", "detail": "too few"}]}"""));
        routes.delete("/products/reservations/ord_1", ctx -> {
            heard.add("released");
            ctx.status(204);
        });
        routes.delete("/products/reservations/ord_2", ctx -> json(ctx, 409, """
                {"code": "already_committed", "detail": "sold"}"""));
        routes.get("/products/for-sale", ctx -> {
            heard.add(ctx.queryParam("ids"));
            json(ctx, 200, """
                    {"items": [{"id": "prd_tea", "storeId": "sto_1", "title": "Tea", "status": "active", "brand": "Leaf",
                     "variants": [{"sku": "T", "options": {"size": "L"}, "price": {"amount": 5, "currency": "EUR"},
                                   "available": 7, "availability": "in_stock"}]}]}""");
        });
    });
    private final Catalogue catalogue = new ProductsCatalogue(here.sibling("products"));

    @AfterEach
    void stop() {
        here.close();
    }

    private void hold(Context ctx) {
        heard.add(ctx.body());
        json(ctx, 200, """
                {"orderId": "ord_1", "status": "held", "lines": [{"productId": "prd_tea", "sku": "T", "storeId": "sto_1",
                 "title": "Tea", "options": {"size": "L", "colour": "green"},
                 "unitPrice": {"amount": 5, "currency": "EUR"}, "quantity": 2}]}""");
    }

    @Test
    void goodsAreHeldUntilThenAndComeWithTheirPrices() {
        var items = catalogue.reserve("ord_1", TEA, NOON);

        var options = List.of(new Option("colour", "green"), new Option("size", "L"));
        assertThat(items).containsExactly(new Item("prd_tea", "T", "sto_1", "Tea", options, new Money(5, "EUR"), 2));
        assertThat(heard)
                .containsExactly(
                        "{\"items\":[{\"productId\":\"prd_tea\",\"quantity\":2}],\"expiresAt\":\"2030-01-02T12:00:00.000Z\"}");
    }

    @Test
    void whatCannotBeHeldIsNamed() {
        assertThatThrownBy(() -> catalogue.reserve("ord_2", TEA, NOON))
                .isInstanceOfSatisfying(Failure.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(Kind.CONFLICT);
                    assertThat(failure.code()).isEqualTo("insufficient_stock");
                    assertThat(failure.pointer()).isEqualTo("/items/0");
                });
    }

    @Test
    void whatIsHeldIsGivenBackAsFarAsItCan() {
        catalogue.release("ord_1");
        assertThat(heard).containsExactly("released");

        assertThatCode(() -> catalogue.release("ord_2")).doesNotThrowAnyException();
        assertThatCode(() -> catalogue.release("ord_3")).doesNotThrowAnyException();
    }

    @Test
    void productsAreFoundWithTheirVariantsAllInOneCall() {
        var found = catalogue.forSale(new TreeSet<>(List.of("prd_none", "prd_tea")));

        var variant = new Variant("T", List.of(new Option("size", "L")), new Money(5, "EUR"), 7);
        assertThat(found).isEqualTo(Map.of("prd_tea", new Product("prd_tea", "sto_1", "Tea", List.of(variant))));
        assertThat(heard).containsExactly("prd_none,prd_tea");
        assertThat(catalogue.forSale(Set.of())).isEmpty();
        assertThat(heard).hasSize(1);
    }

    @Test
    void withoutProductsNothingIsHeld() {
        here.close();

        assertThatThrownBy(() -> catalogue.reserve("ord_1", TEA, NOON))
                .isInstanceOfSatisfying(Failure.class, f -> assertThat(f.kind()).isEqualTo(Kind.UNAVAILABLE));
    }
}
