package shop.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    private static final Money TEN = new Money(1_000, "EUR");

    @Test
    void itIsReckonedInMinorUnits() {
        assertThat(TEN.plus(new Money(1, "EUR"))).isEqualTo(new Money(1_001, "EUR"));
        assertThat(TEN.minus(new Money(1_001, "EUR"))).isEqualTo(new Money(-1, "EUR"));
        assertThat(TEN.times(3)).isEqualTo(new Money(3_000, "EUR"));
        assertThat(TEN).isGreaterThan(Money.zero("EUR"));
    }

    @Test
    void currenciesDoNotMix() {
        var yen = new Money(1_000, "JPY");
        assertThatThrownBy(() -> TEN.plus(yen)).hasMessage("EUR is not JPY");
        assertThatThrownBy(() -> TEN.minus(yen)).hasMessage("EUR is not JPY");
        assertThatThrownBy(() -> TEN.compareTo(yen)).hasMessage("EUR is not JPY");
    }

    @Test
    void nothingOverflowsInSilence() {
        var all = new Money(Long.MAX_VALUE, "EUR");
        assertThatThrownBy(() -> all.plus(TEN)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> all.times(2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Money(Long.MIN_VALUE, "EUR").minus(TEN)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aPriceIsNotBelowZero() {
        assertThat(Money.zero("EUR").notNegative()).isEqualTo(Money.zero("EUR"));
        assertThatThrownBy(() -> new Money(-1, "EUR").notNegative())
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.problems())
                                .extracting(Failure.Problem::pointer)
                                .containsExactly("/amount"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "eur", "EU", "EURO", "XYZ", " EUR", "€"})
    void onlyIso4217NamesACurrency(String code) {
        assertThat(Money.isCurrency(code)).isFalse();
        assertThatThrownBy(() -> new Money(1, code)).isInstanceOf(Failure.class);
    }
}
