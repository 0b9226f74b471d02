package shop.email.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.email.domain.EmailFixture.ANN;
import static shop.platform.testing.TestPlatform.NOON;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import shop.email.domain.Suppression.Scope;

/** What any Suppressions must do; each implementation runs all of it. */
public abstract class SuppressionsContract {

    protected abstract Suppressions suppressions();

    @Test
    void whatIsPutIsFoundInAnySpelling() {
        suppressions().put(new Suppression(ANN, Scope.ALL, Optional.of("bounced"), NOON));

        var shouting = new Address("ANN@Example.com");
        assertThat(suppressions().find(shouting))
                .contains(new Suppression(shouting, Scope.ALL, Optional.of("bounced"), NOON));
        assertThat(suppressions().find(new Address("bob@example.com"))).isEmpty();
    }

    @Test
    void theLatestCounts() {
        suppressions().put(new Suppression(ANN, Scope.ALL, Optional.of("bounced"), NOON));
        suppressions().put(new Suppression(ANN, Scope.OPTIONAL, Optional.empty(), NOON.plusSeconds(1)));

        assertThat(suppressions().find(ANN))
                .contains(new Suppression(ANN, Scope.OPTIONAL, Optional.empty(), NOON.plusSeconds(1)));
    }

    @Test
    void whatIsRemovedIsGone() {
        assertThat(suppressions().remove(ANN)).isFalse();
        suppressions().put(new Suppression(ANN, Scope.ALL, Optional.empty(), NOON));

        assertThat(suppressions().remove(ANN)).isTrue();
        assertThat(suppressions().find(ANN)).isEmpty();
    }
}
