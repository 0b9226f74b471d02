package shop.activity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.platform.testing.TestPlatform.NOON;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SealTest {

    private static final Fact FACT =
            new Fact("order.placed", Actor.user("ann"), Optional.of(new Target("order", "ord_ü")), "{\"a\":1}");

    @Test
    void theHashIsTheDocumentedOne() {
        // made by another program, of the description of Seal
        assertThat(entry("act_1", FACT).after(Optional.empty()).seal())
                .contains(
                        new Seal(1, Seal.GENESIS, "be8f22afbf9afd1059d0a25d4ab2855da6cd74f84e0b3c359bf7c7cfd6a108fe"));
    }

    @Test
    void everythingHashedMatters() {
        var seal = entry("act_1", FACT).after(Optional.empty()).seal().orElseThrow();
        var others = List.of(
                entry("act_2", FACT),
                entry("act_1", new Fact("order.paid", FACT.actor(), FACT.target(), FACT.data())),
                entry("act_1", new Fact(FACT.type(), Actor.user("bob"), FACT.target(), FACT.data())),
                entry("act_1", new Fact(FACT.type(), Actor.service("ann"), FACT.target(), FACT.data())),
                entry("act_1", new Fact(FACT.type(), FACT.actor(), Optional.empty(), FACT.data())),
                entry("act_1", new Fact(FACT.type(), FACT.actor(), FACT.target(), "{\"a\":2}")));

        assertThat(seal.holds(Optional.empty(), entry("act_1", FACT))).isTrue();
        assertThat(others).noneMatch(other -> seal.holds(Optional.empty(), other));
        assertThat(seal.holds(Optional.of(seal), entry("act_1", FACT))).isFalse();
    }

    @Test
    void fromWhereItWasDoneDoesNot() {
        var seal = entry("act_1", FACT).after(Optional.empty()).seal().orElseThrow();
        var known = new Origin(Optional.of("203.0.113.7"), Optional.of("Mozilla/5.0"));

        assertThat(seal.holds(Optional.empty(), entry("act_1", FACT, known))).isTrue();
    }

    private static Entry entry(String id, Fact fact) {
        return entry(id, fact, Origin.unknown());
    }

    private static Entry entry(String id, Fact fact, Origin origin) {
        return new Entry(
                id,
                Kind.AUDIT,
                fact,
                origin,
                List.of("ann"),
                NOON,
                NOON,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
