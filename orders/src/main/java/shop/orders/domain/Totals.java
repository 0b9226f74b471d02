package shop.orders.domain;

import java.util.List;
import shop.platform.Failure;
import shop.platform.Money;

/** What an order costs. Shipping and tax are nothing until there are rules for them. */
public record Totals(Money items, Money shipping, Money tax, Money grand) {

    /** An order has one currency. */
    public static Totals of(List<Item> items) {
        var currency = items.getFirst().unitPrice().currency();
        var sum = Money.zero(currency);
        for (int i = 0; i < items.size(); i++) {
            var total = items.get(i).total();
            if (!total.currency().equals(currency)) {
                throw Failure.invalid("/items/" + i, "mixed_currencies", "is not sold in " + currency);
            }
            sum = sum.plus(total);
        }
        return of(sum);
    }

    static Totals of(Money items) {
        var nothing = Money.zero(items.currency());
        return new Totals(items, nothing, nothing, items);
    }
}
