package shop.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import shop.auth.AuthApp;
import shop.auth.argon2.Argon2Passwords;
import shop.auth.domain.Password;
import shop.platform.app.Server;
import shop.platform.testing.Client;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.TestPlatform;

/** Signing in with OWASP's parameters, next to the hashing alone that it cannot do without; and who waits for it. */
final class Login implements Scenario {

    private static final int MEMORY = 19_456; // KiB
    private static final int ITERATIONS = 2;
    private static final int THREADS = 1;
    private static final int PEOPLE = 8;
    private static final int HASHES = 40;
    private static final Load CROWD = new Load(PEOPLE, Duration.ofSeconds(8));
    private static final Load READER = new Load(1, Duration.ofSeconds(4));
    private static final String PASSWORD = "correct horse battery";

    @Override
    public String name() {
        return "login";
    }

    @Override
    public List<String> run() throws Exception {
        var lines = new ArrayList<String>();
        var alone = hashesPerSecond();
        lines.add(String.format(Locale.ROOT, "%-34s %9.1f/s", "hashing alone, one thread", alone));
        var env = Map.of(
                "ARGON2_MEMORY", Integer.toString(MEMORY),
                "ARGON2_ITERATIONS", Integer.toString(ITERATIONS),
                "ARGON2_THREADS", Integer.toString(THREADS),
                "ARGON2_PATIENCE", "60s");
        try (var server = Server.start(TestPlatform.with(new InMemoryBus(), env), 0, List.of(AuthApp::open))) {
            for (int i = 0; i < PEOPLE; i++) register(server.port(), i);
            var idle = READER.on(() -> Wire.get(server.port(), "/auth/.well-known/jwks.json", ""));
            var logins = inTheBackground(server.port());
            var busy = READER.on(() -> Wire.get(server.port(), "/auth/.well-known/jwks.json", ""));
            var done = logins.get();
            lines.add(done.line("logins, " + PEOPLE + " at once"));
            lines.add(String.format(Locale.ROOT, "%-34s %9.2f", "ratio to hashing alone", done.perSecond() / alone));
            lines.add(idle.line("another route, nobody signs in"));
            lines.add(busy.line("another route meanwhile"));
        }
        return lines;
    }

    private static Future<Load.Result> inTheBackground(int port) {
        var people = new AtomicInteger();
        var crowd = new FutureTask<>(() -> CROWD.on(() -> {
            var body = "{\"email\": \"person%d@shop.test\", \"password\": \"%s\"}"
                    .formatted(people.getAndIncrement(), PASSWORD);
            return Wire.post(port, "/auth/login", body, 200);
        }));
        Thread.ofPlatform().name("crowd").start(crowd);
        return crowd;
    }

    private static double hashesPerSecond() {
        var effort = new Argon2Passwords.Effort(MEMORY, ITERATIONS, THREADS, 10, Duration.ofMinutes(1));
        try (var passwords = new Argon2Passwords(effort)) {
            var hash = Optional.of(passwords.hash(new Password(PASSWORD)));
            for (int i = 0; i < HASHES / 4; i++) passwords.matches(new Password(PASSWORD), hash);
            var begin = System.nanoTime();
            for (int i = 0; i < HASHES; i++) passwords.matches(new Password(PASSWORD), hash);
            return HASHES * 1e9 / (System.nanoTime() - begin);
        }
    }

    private static void register(int port, int number) {
        var reply = new Client(port, "").post("/auth/register", """
                {"email": "person%d@shop.test", "password": "%s", "displayName": "Person"}""".formatted(number, PASSWORD));
        if (reply.status() != 201) throw new IllegalStateException(reply.body().toString());
    }
}
