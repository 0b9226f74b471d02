package shop.products.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What any Copies must do; each implementation runs all of it. */
public abstract class CopiesContract {

    private final String id = "prd_" + UUID.randomUUID();

    /** As one instance has them. */
    protected abstract Copies copies();

    /** The same as another instance has them. */
    protected abstract Copies others();

    private Copy copy(int version) {
        return new Copy(id, "sto_1", true, false, version, ("{\"v\": " + version + "}").getBytes(UTF_8));
    }

    private int found(Copies copies, int original) {
        return copies.find(id, () -> Optional.of(copy(original))).orElseThrow().version();
    }

    private void kept(int version) {
        await().untilAsserted(() -> {
            assertThat(found(copies(), version)).isEqualTo(version);
            assertThat(found(copies(), 99)).isEqualTo(version);
        });
    }

    @Test
    void aCopyIsSharedToTheLastByte() {
        // neither trusts Redis from the first moment on, and a copy lives for a second
        await().untilAsserted(() -> {
            copies().find(id, () -> Optional.of(copy(1)));
            assertThat(others().find(id, Optional::empty))
                    .get()
                    .usingRecursiveComparison()
                    .isEqualTo(copy(1));
        });
    }

    @Test
    void whatIsNotThereIsNotKept() {
        assertThat(copies().find(id, Optional::empty)).isEmpty();
        kept(1);
    }

    @Test
    void whatIsAnnouncedIsAskedForAgain() {
        kept(1);

        others().announce(id, 2);

        // a copy may have had its time while a busy machine looked away
        await().untilAsserted(() -> {
            assertThat(found(copies(), 2)).isEqualTo(2);
            others().announce(id, 1);
            assertThat(others().find(id, Optional::empty).map(Copy::version)).contains(2);
        });
    }

    @Test
    void whoBringsAnOldOneLateIsTooLate() {
        kept(1);

        // on a busy machine others may lose trust in Redis, and then do not wait for what they have announced
        await().untilAsserted(() -> {
            var other = "prd_" + UUID.randomUUID();
            var next = new Copy(other, "sto_1", true, true, 3, new byte[] {2});
            copies().find(other, () -> {
                others().announce(other, 3);
                others().find(other, Optional::empty);
                return Optional.of(new Copy(other, "sto_1", true, true, 2, new byte[] {1}));
            });

            assertThat(copies().find(other, () -> Optional.of(next)))
                    .map(Copy::version)
                    .contains(3);
            assertThat(others().find(other, () -> Optional.of(next)))
                    .map(Copy::version)
                    .contains(3);
        });
    }

    @Test
    void othersAreTold() {
        List<String> told = new CopyOnWriteArrayList<>();
        copies().watch(new Copies.Watcher() {
            @Override
            public void outdated(String any) {
                told.add(any);
            }

            @Override
            public void outdated() {
                told.add("all");
            }
        });
        kept(1);

        others().announce(id, 2);

        await().untilAsserted(() -> assertThat(told).contains(id));
    }
}
