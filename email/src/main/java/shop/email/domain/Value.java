package shop.email.domain;

import java.time.Instant;
import java.util.List;
import shop.platform.Money;

/** What stands in a mail where its template has a gap. */
public sealed interface Value {

    record Text(String text) implements Value {}

    record Count(long number) implements Value {}

    record Amount(Money money) implements Value {}

    record Time(Instant at) implements Value {}

    record Lines(List<Line> lines) implements Value {}

    /** One line of an order. */
    record Line(String title, long quantity, Money total) {}
}
