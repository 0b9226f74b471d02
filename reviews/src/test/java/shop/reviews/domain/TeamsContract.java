package shop.reviews.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import shop.reviews.domain.Teams.Team;

/** What any Teams must do. */
public abstract class TeamsContract {

    private static final Team ASKED = new Team("sto_1", "bob", List.of("cat"), 2);

    private final List<String> questions = new ArrayList<>();

    /** The stores' own service, which knows one store. */
    protected final Function<String, Optional<Team>> stores = id -> {
        questions.add(id);
        return Optional.of(ASKED).filter(team -> team.id().equals(id));
    };

    /** The same empty Teams for the whole of one test. */
    protected abstract Teams teams();

    @Test
    void whoIsUnknownIsAskedForOnce() {
        assertThat(teams().find("sto_1")).contains(ASKED);
        assertThat(teams().find("sto_1")).contains(ASKED);
        assertThat(questions).containsExactly("sto_1");
        assertThat(teams().find("sto_9")).isEmpty();
    }

    @Test
    void onlyNewsIsNew() {
        teams().learn(ASKED);
        teams().learn(new Team("sto_1", "ann", List.of(), 1));
        teams().learn(new Team("sto_1", "ann", List.of(), 2));
        assertThat(teams().find("sto_1")).contains(ASKED);

        var third = new Team("sto_1", "bob", List.of(), 3);
        teams().learn(third);
        assertThat(teams().find("sto_1")).contains(third);
        assertThat(questions).isEmpty();
    }
}
