package shop.orders.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import shop.orders.domain.sandbox.Callback;
import shop.orders.domain.sandbox.Transaction;
import shop.platform.Failure;
import shop.platform.crypto.Secret;
import shop.platform.json.Json;

/** The sandbox on the phone: its webhooks come over HTTP and signed, as those of any provider. */
public final class SandboxCalls implements Callback, AutoCloseable {

    record Notice(String orderId, String reference, String type, Optional<String> declineCode) {}

    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI webhook;
    private final Secret secret;

    /**
     * Calls nobody yet.
     *
     * @param orders where the shop's orders are
     */
    public SandboxCalls(URI orders, Secret secret) {
        this.webhook = orders.resolve("/orders/payments/webhooks/sandbox");
        this.secret = secret;
    }

    @Override
    public void call(Transaction charge) {
        var body = Json.TOLERANT.writeValueAsBytes(notice(charge));
        var request = HttpRequest.newBuilder(webhook)
                .timeout(DEADLINE)
                .header("Content-Type", "application/json")
                .header("X-Signature", "sha256=" + HexFormat.of().formatHex(secret.sign(body)))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            var status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) throw Failure.unavailable("the webhook answers " + status + " and so");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.unavailable("orders");
        }
    }

    private static Notice notice(Transaction charge) {
        var succeeded = charge.state() == Transaction.State.SUCCEEDED;
        var type = succeeded ? "payment.succeeded" : "payment.failed";
        return new Notice(charge.orderId(), charge.id(), type, succeeded ? Optional.empty() : charge.declineCode());
    }

    @Override
    public void close() {
        http.close();
    }
}
