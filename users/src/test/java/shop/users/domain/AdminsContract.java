package shop.users.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What any Admins must do. */
public abstract class AdminsContract {

    /** The same empty Admins for the whole of one test. */
    protected abstract Admins admins();

    @Test
    void theLastOneCannotLeave() {
        admins().join("ann", 1);
        admins().join("ann", 2);
        admins().join("bob", 1);

        assertThat(admins().leave("ann", 2)).isTrue();
        assertThat(admins().leave("ann", 2)).isTrue(); // a crash may make somebody leave twice
        assertThat(admins().leave("bob", 1)).isFalse();
    }

    @Test
    void nobodyCanLeaveWhereNobodyIs() {
        assertThat(admins().leave("ann", 1)).isFalse();
        admins().join("ann", 1);
        assertThat(admins().leave("bob", 1)).isTrue();
    }

    @Test
    void whoHasLeftIsNotCountedByWhatIsHeardLate() {
        admins().join("ann", 1);
        admins().join("bob", 1);
        admins().leave("ann", 3);

        assertThat(admins().join("ann", 2)).isFalse();
        assertThat(admins().join("ann", 3)).isFalse();
        assertThat(admins().leave("bob", 1)).isFalse();

        assertThat(admins().join("ann", 4)).isTrue();
        assertThat(admins().leave("bob", 1)).isTrue();
    }

    @Test
    void whenAllLeaveAtOnceOneStays() throws Exception {
        for (int i = 0; i < 20; i++) admins().join("usr_" + i, 1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var left = 0;
            for (var leaving : threads.invokeAll(IntStream.range(0, 20)
                    .mapToObj(i -> (Callable<Boolean>) () -> admins().leave("usr_" + i, 1))
                    .toList())) {
                if (leaving.get()) left++;
            }
            assertThat(left).isEqualTo(19);
        }
    }
}
