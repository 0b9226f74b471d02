package shop.local;

import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import shop.auth.KnownKeys;
import shop.platform.app.Env;
import shop.platform.app.Platform;
import shop.platform.app.Server;
import shop.platform.app.Service;
import shop.platform.embedded.Loopback;
import shop.platform.events.Event;
import shop.platform.testing.Client;
import shop.platform.testing.TestBroker;
import shop.platform.testing.TestElastic;
import shop.platform.testing.TestMongo;
import shop.platform.testing.TestRedis;

/** All nine services on one port, with stores that are no twins and a mailbox: what `make local` runs. */
public final class Shop implements AutoCloseable {

    static final String ADMIN = "admin@shop.test";

    private final Mailbox mailbox = Mailbox.start();
    private final Platform platform;
    private final Server server;

    private Shop(Map<String, String> more) {
        var port = Loopback.freePort();
        platform = Platform.connect("test", new Env(Map.copyOf(variables(port, more))));
        server = Server.start(platform, port, services());
    }

    static Shop open() {
        return open(Map.of());
    }

    public static Shop open(Map<String, String> more) {
        return new Shop(more);
    }

    /** All nine; auth is the first. */
    static List<Service.Opener> services() {
        var services = new ArrayList<>(Local.SERVICES);
        services.set(0, KnownKeys::open);
        return services;
    }

    private Map<String, String> variables(int port, Map<String, String> more) {
        var here = "http://127.0.0.1:" + port;
        var prefix = TestMongo.freshName() + "-";
        var variables = new HashMap<String, String>();
        for (var name : Local.NAMES) variables.put(name.toUpperCase(Locale.ROOT) + "_URL", here);
        variables.put("DATABASE_PREFIX", prefix);
        variables.put("PUBLIC_URL", here);
        variables.put("AUTH_ISSUER", here + "/auth");
        variables.put("MONGODB_URI", TestMongo.uri());
        variables.put("REDIS_URI", TestRedis.uri());
        variables.put("RABBITMQ_URI", TestBroker.uri());
        variables.put("ELASTICSEARCH_URL", TestElastic.url());
        variables.put("ELASTICSEARCH_INDEX", prefix.toLowerCase(Locale.ROOT) + "products");
        variables.put("ELASTICSEARCH_PATIENCE", "60s"); // all of it runs on one machine, which may be busy
        variables.put("SMTP_URL", mailbox.url());
        variables.put("ADMIN_EMAIL", ADMIN);
        variables.put("ADMIN_PASSWORD", Person.PASSWORD);
        variables.put("ARGON2_MEMORY", "256");
        variables.put("ARGON2_ITERATIONS", "1");
        variables.put("RATE_LIMIT_DEFAULT", "off");
        variables.put("RATE_LIMIT_AUTH", "off");
        variables.putAll(more);
        return variables;
    }

    /** Somebody new, signed in. */
    public Person register(String name) {
        return Person.registered(port(), name);
    }

    Person register(String email, String displayName) {
        return Person.registered(port(), email, displayName);
    }

    public Person admin() {
        return login(ADMIN);
    }

    Person login(String email) {
        return Person.signedIn(port(), email);
    }

    /** What no service has said, or not now. */
    public void publish(Event event) {
        if (!platform.bus().publish(List.of(event)).contains(event)) throw new IllegalStateException("nobody listens");
    }

    /** Hears what all services say, until the shop closes. */
    void hear(String queue, List<String> types, Consumer<Event> handler) {
        platform.bus().subscribe(queue, types, handler);
    }

    public Client stranger() {
        return new Client(port(), "");
    }

    Mailbox mailbox() {
        return mailbox;
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        var queues = platform.bus().depths().keySet();
        server.close();
        platform.close();
        mailbox.close();
        forget(queues);
    }

    /** What is still in them is about people and things that the next shop does not know. */
    private static void forget(Set<String> queues) {
        try {
            var factory = new ConnectionFactory();
            factory.setUri(TestBroker.uri());
            try (var connection = factory.newConnection();
                    var channel = connection.createChannel()) {
                for (var queue : queues) {
                    channel.queueDelete(queue);
                    channel.queueDelete(queue + ".dead");
                }
            }
        } catch (IOException | TimeoutException | GeneralSecurityException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
