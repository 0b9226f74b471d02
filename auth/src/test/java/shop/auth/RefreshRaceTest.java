package shop.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.auth.AuthFixture.PASSWORD;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.testing.Client.Reply;

/** Many at once: nobody is logged out by being quick, and nobody else is kept waiting. */
class RefreshRaceTest {

    /** On the way through HTTP and the database; {@code -Drefresh.rounds=1000} for longer. */
    private static final int ROUNDS = Integer.getInteger("refresh.rounds", 100);

    private final AuthFixture auth = new AuthFixture();

    @AfterEach
    void stop() {
        auth.close();
    }

    @Test
    void twoTabsThatRefreshAtOnceAgainAndAgainStaySignedIn() throws Exception {
        var token = auth.register("ann@example.com").text("refreshToken");
        try (var tabs = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < ROUNDS; round++) {
                var shared = token;
                Callable<Reply> refresh = () -> auth.refresh(shared);
                var one = tabs.submit(refresh);
                var other = tabs.submit(refresh);
                assertThat(one.get().status()).isEqualTo(200);
                assertThat(other.get().status()).isEqualTo(200);
                assertThat(one.get().text("refreshToken")).isEqualTo(other.get().text("refreshToken"));
                token = one.get().text("refreshToken");
            }
        }
    }

    @Test
    void sessionsOfOnePersonDoNotGetInEachOthersWay() throws Exception {
        auth.register("ann@example.com");
        try (var devices = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 8)
                    .mapToObj(_ -> devices.submit(() -> {
                        var token = auth.login("ann@example.com", PASSWORD).text("refreshToken");
                        for (int i = 0; i < 10; i++) token = auth.refresh(token).text("refreshToken");
                        return token;
                    }))
                    .toList();
            for (var device : all)
                assertThat(auth.refresh(device.get()).status()).isEqualTo(200);
        }
    }

    @Test
    void ofManyRegistrationsOfAnAddressOneMakesAnAccount() throws Exception {
        var twins = List.of("ann@example.com", "ANN@EXAMPLE.COM", "Ann@Example.com", " ann@example.com ");
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 20)
                    .mapToObj(i -> people.submit(
                            () -> auth.register(twins.get(i % twins.size())).status()))
                    .toList();
            var statuses = new ArrayList<Integer>();
            for (var each : all) statuses.add(each.get());
            assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
        }
    }
}
