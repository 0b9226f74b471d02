package shop.products.domain;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import shop.platform.Failure;
import shop.platform.Failure.Kind;
import shop.platform.Failure.Problem;

/** What is wanted, as lines at today's prices. */
final class Pricing {

    private static final String SKU_REQUIRED = "required";

    private final Products products;
    private final Storekeeping storekeeping;

    Pricing(Products products, Storekeeping storekeeping) {
        this.products = products;
        this.storekeeping = storekeeping;
    }

    /** One line for each SKU; names every item that can't be sold. */
    List<Line> price(List<Want> wants) {
        var ids = wants.stream().map(Want::productId).distinct().toList();
        var there = products.findAll(ids).stream().collect(toMap(Product::id, identity()));
        var problems = new ArrayList<Problem>();
        var lines = new LinkedHashMap<String, Line>();
        for (int i = 0; i < wants.size(); i++) {
            var want = wants.get(i);
            var line = price(want, Optional.ofNullable(there.get(want.productId())), "/items/" + i, problems);
            line.ifPresent(each -> lines.merge(each.stockId(), each, Pricing::both));
        }
        if (problems.isEmpty()) return List.copyOf(lines.values());
        var vague = problems.stream()
                .filter(problem -> problem.code().equals(SKU_REQUIRED))
                .toList();
        throw vague.isEmpty() ? Failure.of(Kind.CONFLICT, problems) : Failure.of(Kind.INVALID, vague);
    }

    private Optional<Line> price(Want want, Optional<Product> there, String at, List<Problem> problems) {
        var product = there.filter(found -> found.active() && storekeeping.isPublished(found.storeId()));
        if (product.isEmpty()) {
            problems.add(new Problem(at, "not_for_sale", want.productId() + " is not for sale"));
            return Optional.empty();
        }
        var variants = product.get().details().variants();
        if (want.sku().isEmpty() && variants.size() > 1) {
            problems.add(new Problem(at + "/sku", SKU_REQUIRED, "the product has several variants; name one"));
            return Optional.empty();
        }
        var variant =
                product.get().variant(want.sku().orElse(variants.getFirst().sku()));
        if (variant.isEmpty()) problems.add(new Problem(at, "not_for_sale", "the product has no such variant"));
        return variant.map(found -> line(product.get(), found, want.quantity()));
    }

    private static Line line(Product product, Variant variant, int quantity) {
        return new Line(
                product.id(),
                variant.sku(),
                product.storeId(),
                product.details().title(),
                variant.options(),
                variant.price(),
                quantity);
    }

    private static Line both(Line one, Line other) {
        return new Line(
                one.productId(),
                one.sku(),
                one.storeId(),
                one.title(),
                one.options(),
                one.unitPrice(),
                Math.addExact(one.quantity(), other.quantity()));
    }
}
