package shop.platform.clients;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;

/** Where the other services are, and the way to call them: as a service, never as the user who asks. */
public final class Siblings {

    private static final Duration CONNECTING = Duration.ofSeconds(2);

    private final Function<String, URI> addresses;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECTING)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final ServiceTokens tokens;

    /**
     * Knows nobody yet; connects at the first call.
     *
     * @param process who calls, as auth knows it
     * @param secret what proves it: SHOP_SECRET
     * @param addresses the address of a service by its name
     */
    public Siblings(String process, String secret, Function<String, URI> addresses, Clock clock) {
        this.addresses = addresses;
        this.tokens = new ServiceTokens(
                http, () -> addresses.apply("auth"), new ServiceTokens.Request(process, secret), clock);
    }

    /** The way to one of them: {@code products}. Each has a circuit breaker of its own. */
    public Sibling at(String service) {
        return new Sibling(service, addresses.apply(service), http, tokens);
    }
}
