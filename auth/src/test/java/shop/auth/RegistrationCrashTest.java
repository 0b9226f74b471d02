package shop.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.auth.AuthFixture.PASSWORD;

import com.mongodb.MongoTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.auth.argon2.Argon2Passwords;
import shop.auth.domain.Account;
import shop.auth.domain.AccountEvent;
import shop.auth.domain.Attempts.Policy;
import shop.auth.domain.IdTokens;
import shop.auth.domain.InMemoryAccounts;
import shop.auth.domain.InMemoryAttempts;
import shop.auth.domain.InMemoryKeyRings;
import shop.auth.domain.KeyKeeping;
import shop.auth.domain.Outside;
import shop.platform.app.Platform;
import shop.platform.app.Service;

/** The database goes in the middle of a registration: whoever tries again has one account, whole. */
class RegistrationCrashTest {

    /** Where the connection breaks. */
    private enum Fault {
        NONE,
        BEFORE_THE_WRITE,
        BEFORE_THE_ANSWER
    }

    private final Breaking accounts = new Breaking();
    private final AuthFixture auth = new AuthFixture(Map.of(), this::open);

    private static final class Breaking extends InMemoryAccounts {

        private volatile Fault fault = Fault.NONE;

        @Override
        public synchronized void add(Account account, List<AccountEvent> events) {
            if (fault == Fault.BEFORE_THE_WRITE) throw new MongoTimeoutException("gone");
            super.add(account, events);
            if (fault == Fault.BEFORE_THE_ANSWER) throw new MongoTimeoutException("gone");
        }
    }

    private Service open(Platform platform) {
        var config = AuthConfig.from(platform.env());
        var service = new Service("auth", "/auth");
        var outside = new Outside(
                accounts,
                new InMemoryAttempts(Policy.USUAL, platform.clock()),
                service.closing(new Argon2Passwords(config.effort())),
                IdTokens.NOT_CONFIGURED,
                new KeyKeeping(new InMemoryKeyRings(), AuthFixture::pair, Duration.ofDays(90), platform.clock()));
        return AuthApp.wire(service, outside, config, platform);
    }

    @AfterEach
    void stop() {
        auth.close();
    }

    private void failing(Fault fault) {
        accounts.fault = fault;
        var refused = auth.register("ann@example.com");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isNotEmpty();
        accounts.fault = Fault.NONE;
    }

    @Test
    void whatWasNotWrittenIsRegisteredAgain() {
        failing(Fault.BEFORE_THE_WRITE);

        assertThat(auth.login("ann@example.com", PASSWORD).status()).isEqualTo(401);
        assertThat(auth.register("ann@example.com").status()).isEqualTo(201);
    }

    @Test
    void whatWasWrittenIsWholeThoughNobodyHeardSo() {
        failing(Fault.BEFORE_THE_ANSWER);

        assertThat(auth.register("ann@example.com").text("code")).isEqualTo("email_taken");
        assertThat(auth.login("ann@example.com", PASSWORD).status()).isEqualTo(200);
        assertThat(accounts.told())
                .filteredOn(AccountEvent.Registered.class::isInstance)
                .extracting(event -> ((AccountEvent.Registered) event).email())
                .containsOnlyOnce("ann@example.com");
    }
}
