package shop.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shop.notifications.domain.Teams.Team;

/** What any Teams must do. */
public abstract class TeamsContract {

    private static final Team SECOND = new Team("sto_1", "bob", List.of("cat", "dan"), 2);

    /** The same empty Teams for the whole of one test. */
    protected abstract Teams teams();

    @Test
    void onlyNewsIsNew() {
        assertThat(teams().find("sto_1")).isEmpty();
        teams().learn(SECOND);
        teams().learn(new Team("sto_1", "ann", List.of(), 1));
        teams().learn(new Team("sto_1", "ann", List.of(), 2));
        assertThat(teams().find("sto_1")).contains(SECOND);

        var third = new Team("sto_1", "bob", List.of(), 3);
        teams().learn(third);
        assertThat(teams().find("sto_1")).contains(third);
    }

    @Test
    void ofManyNewsAtOnceTheNewestStays() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var told = threads.invokeAll(IntStream.rangeClosed(1, 20)
                    .mapToObj(i -> (Callable<Boolean>) () -> {
                        teams().learn(new Team("sto_1", "bob", List.of(), i));
                        return true;
                    })
                    .toList());
            for (var each : told) assertThat(each.get()).isTrue();
        }
        assertThat(teams().find("sto_1"))
                .hasValueSatisfying(team -> assertThat(team.sequence()).isEqualTo(20));
    }

    @Test
    void whoIsForgottenWorksNowhere() {
        teams().learn(SECOND);
        teams().forget("cat");
        assertThat(teams().find("sto_1")).contains(new Team("sto_1", "bob", List.of("dan"), 2));
    }
}
