package shop.products.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.platform.testing.TestPlatform.NOON;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shop.platform.Page;
import shop.platform.testing.TestClock;

/**
 * The process dies before or after each single write of a reservation's life. Whatever was done by then, the next process
 * ends it: on hand and sold together stay what they were, and nothing stays kept for nobody.
 */
class ReservationCrashTest {

    private static final Set<String> WRITES =
            Set.of("add", "replace", "hold", "extend", "release", "sell", "move", "settle", "threshold");
    private static final int UNITS = 10;
    private static final int STEPS = 40; // more than the longest life has

    /** Where it dies. */
    record Death(int step, boolean written) {

        static Stream<Death> everywhere() {
            return IntStream.range(0, STEPS)
                    .boxed()
                    .flatMap(step -> Stream.of(new Death(step, false), new Death(step, true)));
        }
    }

    private static final class Killed extends RuntimeException {}

    private final TestClock clock = new TestClock(NOON);
    private final InMemoryProducts products = new InMemoryProducts();
    private final InMemoryStocks stocks = new InMemoryStocks();
    private final InMemoryReservations reservations = new InMemoryReservations();
    private final InMemoryStores stores = new InMemoryStores();
    private int steps;

    ReservationCrashTest() {
        stores.keep(Fixture.store(StoreStatus.PUBLISHED, 1));
        for (var id : List.of("prd_1", "prd_2")) {
            products.add(Fixture.product(id, "Tea", 499));
            var stock = Stock.none(products.find(id).orElseThrow(), "SKU-" + id, 5);
            stocks.open(stock);
            stocks.move(stock, Fixture.movement("mov_" + id, MovementType.SET, UNITS));
        }
    }

    private record Life(Reserving reserving, Finishing finishing, Settling settling) {}

    private Life process(Reservations through, Stocks and) {
        var changes = new Changes();
        var storage = new Storage(
                products, and, through, new InMemoryCategories(), stores, new InMemoryViews(), new InMemoryImports());
        var storekeeping = new Storekeeping(stores, id -> Optional.empty(), products, changes);
        var settling = new Settling(and, products, changes);
        var finishing = new Finishing(through, and, settling, clock);
        return new Life(new Reserving(storage, storekeeping, finishing, settling, clock), finishing, settling);
    }

    private Life dying(Death death) {
        return process(mortal(Reservations.class, reservations, death), mortal(Stocks.class, stocks, death));
    }

    private Life healthy() {
        return process(reservations, stocks);
    }

    private <T> T mortal(Class<T> port, T real, Death death) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    var dies = WRITES.contains(method.getName()) && steps++ == death.step();
                    if (dies && !death.written()) throw new Killed();
                    try {
                        var result = method.invoke(real, arguments);
                        if (dies) throw new Killed();
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private void untilDeath(Runnable life) {
        try {
            life.run();
        } catch (Killed end) {
            assertThat(steps).isPositive();
        }
    }

    private void reserve(Life process) {
        var wants = List.of(new Want("prd_1", Optional.empty(), 3), new Want("prd_2", Optional.empty(), 3));
        process.reserving().reserve("ord_1", wants, clock.instant().plus(Duration.ofMinutes(30)));
    }

    @ParameterizedTest
    @MethodSource("shop.products.domain.ReservationCrashTest$Death#everywhere")
    void aReservationThatNobodyAsksForAgainExpires(Death death) {
        var process = dying(death);
        untilDeath(() -> reserve(process));

        sweepAfter(Duration.ofHours(1));

        balanced(UNITS, UNITS);
    }

    @ParameterizedTest
    @MethodSource("shop.products.domain.ReservationCrashTest$Death#everywhere")
    void aReservationThatIsAskedForAgainIsKeptOnce(Death death) {
        var process = dying(death);
        untilDeath(() -> reserve(process));

        clock.advance(Duration.ofSeconds(20));
        reserve(healthy());
        sweepAfter(Duration.ofSeconds(20));

        for (var stock : both()) assertThat(stock.reserved()).isEqualTo(3);
        sweepAfter(Duration.ofHours(1));
        balanced(UNITS, UNITS);
    }

    @ParameterizedTest
    @MethodSource("shop.products.domain.ReservationCrashTest$Death#everywhere")
    void aSaleThatIsToldAgainIsMadeOnce(Death death) {
        reserve(healthy());
        var process = dying(death);
        untilDeath(() -> process.reserving().commit("ord_1"));

        healthy().reserving().commit("ord_1");
        sweepAfter(Duration.ofHours(1));

        balanced(UNITS - 3, UNITS - 3);
    }

    @ParameterizedTest
    @MethodSource("shop.products.domain.ReservationCrashTest$Death#everywhere")
    void aSaleThatNobodyTellsAgainIsMadeOrExpires(Death death) {
        reserve(healthy());
        var process = dying(death);
        untilDeath(() -> process.reserving().commit("ord_1"));

        sweepAfter(Duration.ofHours(1));

        var sold = reservations.find("ord_1").orElseThrow().is(ReservationStatus.COMMITTED) ? 3 : 0;
        balanced(UNITS - sold, UNITS - sold);
    }

    @ParameterizedTest
    @MethodSource("shop.products.domain.ReservationCrashTest$Death#everywhere")
    void whatComesBackComesBackOnce(Death death) {
        reserve(healthy());
        healthy().reserving().commit("ord_1");
        var process = dying(death);
        untilDeath(() -> {
            process.reserving().ended("ord_1", clock.instant());
            process.settling().sweep();
        });

        healthy().reserving().ended("ord_1", clock.instant());
        healthy().reserving().ended("ord_1", clock.instant());
        sweepAfter(Duration.ofHours(1));

        balanced(UNITS, UNITS);
    }

    /** What the next process does by itself. */
    private void sweepAfter(Duration time) {
        clock.advance(time);
        var next = healthy();
        for (int i = 0; i < 3; i++) {
            next.finishing().sweep();
            next.settling().sweep();
            clock.advance(Duration.ofSeconds(20));
        }
    }

    private List<Stock> both() {
        return List.of(
                stocks.find("prd_1:SKU-prd_1").orElseThrow(),
                stocks.find("prd_2:SKU-prd_2").orElseThrow());
    }

    private void balanced(int one, int two) {
        var found = both();
        assertThat(found).extracting(Stock::onHand).containsExactly(one, two);
        for (var stock : found) {
            assertThat(stock.onHand() + stock.sold()).as("on hand and sold").isEqualTo(UNITS);
            assertThat(stock.reserved()).as("reserved").isZero();
            assertThat(stock.available()).isEqualTo(stock.onHand());
            assertThat(stock.holds()).isEmpty();
            assertThat(stock.movements()).isEmpty();
            var ledger =
                    stocks.ledger(stock.productId(), Page.Request.first(100)).items();
            assertThat(ledger.stream()
                            .mapToInt(entry -> entry.movement().delta())
                            .sum())
                    .as("ledger")
                    .isEqualTo(stock.onHand());
            assertThat(products.find(stock.productId())
                            .orElseThrow()
                            .level(stock.sku())
                            .available())
                    .isEqualTo(stock.available());
        }
    }
}
