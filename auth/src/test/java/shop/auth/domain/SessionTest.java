package shop.auth.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.auth.domain.AccountFixture.CHAIN;
import static shop.auth.domain.AccountFixture.HOME;
import static shop.platform.testing.TestPlatform.NOON;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import shop.auth.domain.Session.Worth;

class SessionTest {

    private final RefreshToken first = CHAIN.first();
    private final RefreshToken second = CHAIN.after(first);
    private final Session fresh = Session.begin("ses_1", first, HOME, NOON);
    private final Session rotated = fresh.rotated(second, HOME, NOON.plusSeconds(100));

    @Test
    void theNewestTokenIsCurrent() {
        assertThat(fresh.worth(first, CHAIN, NOON)).isEqualTo(new Worth.Current());
        assertThat(rotated.worth(second, CHAIN, NOON.plusSeconds(100))).isEqualTo(new Worth.Current());
    }

    @Test
    void aTokenReplacedAMomentAgoLeadsToTheCurrentOne() {
        assertThat(rotated.worth(first, CHAIN, NOON.plusSeconds(130))).isEqualTo(new Worth.Recent(second));
    }

    @Test
    void aTokenReplacedLongAgoIsReused() {
        assertThat(rotated.worth(first, CHAIN, NOON.plusSeconds(131))).isEqualTo(new Worth.Reused());
    }

    @Test
    void theGraceCountsFromEachTokensOwnReplacement() {
        var third = CHAIN.after(second);
        var twice = rotated.rotated(third, HOME, NOON.plusSeconds(120));

        assertThat(twice.worth(first, CHAIN, NOON.plusSeconds(125))).isEqualTo(new Worth.Recent(third));
        assertThat(twice.worth(first, CHAIN, NOON.plusSeconds(140))).isEqualTo(new Worth.Reused());
        assertThat(twice.worth(second, CHAIN, NOON.plusSeconds(140))).isEqualTo(new Worth.Recent(third));
    }

    @Test
    void aTokenOfLongAgoIsStillKnownToHaveBeenGood() {
        var session = fresh;
        var token = first;
        for (int i = 1; i <= 1_000; i++) {
            token = CHAIN.after(token);
            session = session.rotated(token, HOME, NOON.plusSeconds(i));
        }
        assertThat(session.rotations()).hasSizeLessThan(50);
        assertThat(session.worth(first, CHAIN, NOON.plusSeconds(1_000))).isEqualTo(new Worth.Reused());
    }

    @Test
    void whatWasNeverGivenOutIsMadeUp() {
        var otherSecret = new RefreshToken(first.handle(), 0, CHAIN.first().secret());
        var future = CHAIN.after(second);
        var wrongGeneration = new RefreshToken(first.handle(), 1, first.secret());

        assertThat(rotated.worth(otherSecret, CHAIN, NOON)).isEqualTo(new Worth.MadeUp());
        assertThat(rotated.worth(future, CHAIN, NOON)).isEqualTo(new Worth.MadeUp());
        assertThat(rotated.worth(wrongGeneration, CHAIN, NOON)).isEqualTo(new Worth.MadeUp());
    }

    @Test
    void aSessionLivesAsLongAsItIsUsedButNotForever() {
        assertThat(fresh.expiresAt()).isEqualTo(day(30));
        assertThat(fresh.rotated(second, HOME, day(20)).expiresAt()).isEqualTo(day(50));
        assertThat(fresh.rotated(second, HOME, day(80)).expiresAt()).isEqualTo(day(90));
        assertThat(fresh.alive(day(30).minusMillis(1))).isTrue();
        assertThat(fresh.alive(day(30))).isFalse();
    }

    @Test
    void aTokenSurvivesTheWayToTheClientAndBack() {
        assertThat(RefreshToken.parse(second.text())).contains(second);
        assertThat(second.text()).hasSize(64).matches("[A-Za-z0-9_-]+");
        assertThat(RefreshToken.parse("")).isEmpty();
        assertThat(RefreshToken.parse("!".repeat(64))).isEmpty();
        assertThat(RefreshToken.parse(second.text() + "A")).isEmpty();
        assertThat(RefreshToken.parse("_".repeat(64))).isEmpty();
        assertThat(second.toString()).doesNotContain(RefreshToken.base64(second.secret()));
    }

    private static Instant day(int number) {
        return NOON.plus(Duration.ofDays(number));
    }
}
