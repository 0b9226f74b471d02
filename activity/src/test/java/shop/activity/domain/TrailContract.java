package shop.activity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.activity.domain.EntryFixture.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What every trail keeps. */
public abstract class TrailContract {

    /** Another way to the same log, as a second process has. */
    protected abstract Trail another();

    protected abstract Trail trail();

    @Test
    void anEmptyLogIsSound() {
        assertThat(new Verifying(trail()).verify()).isEqualTo(new Verdict(0, Optional.empty()));
        assertThat(trail().head()).isEmpty();
    }

    @Test
    void eachIsChainedToTheOneBefore() {
        trail().append(audit("e1"));
        trail().append(audit("e2"));

        var seals = seals();
        assertThat(seals).extracting(Seal::number).containsExactly(1L, 2L);
        assertThat(seals.getFirst().previousHash()).isEqualTo(Seal.GENESIS);
        assertThat(seals.getLast().previousHash()).isEqualTo(seals.getFirst().hash());
        assertThat(trail().head().orElseThrow().hash())
                .isEqualTo(seals.getLast().hash());
    }

    @Test
    void theSameEntryIsChainedOnce() {
        trail().append(audit("e1"));
        trail().append(audit("e2"));
        another().append(audit("e1"));
        trail().append(audit("e1"));

        assertThat(seals()).hasSize(2);
        assertThat(new Verifying(trail()).verify().valid()).isTrue();
    }

    @Test
    void manyAtOnceMakeOneChain() throws Exception {
        var work = new ArrayList<Callable<Void>>();
        for (int i = 0; i < 300; i++) {
            var entry = audit("e" + i % 200); // every second one comes twice
            var way = i % 2 == 0 ? trail() : another();
            work.add(() -> {
                way.append(entry);
                return null;
            });
        }
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : hands.invokeAll(work)) done.get();
        }

        var verdict = new Verifying(trail()).verify();
        assertThat(verdict).isEqualTo(new Verdict(200, Optional.empty()));
    }

    private List<Seal> seals() {
        var seals = new ArrayList<Seal>();
        trail().walk(entry -> seals.add(entry.seal().orElseThrow()));
        return seals;
    }
}
