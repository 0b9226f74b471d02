package shop.platform.events;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.ShutdownSignalException;
import com.rabbitmq.client.impl.recovery.AutorecoveringChannel;
import com.rabbitmq.client.impl.recovery.AutorecoveringConnection;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.platform.telemetry.Trace;
import tools.jackson.core.JacksonException;

/** A queue being listened to: each delivery on its own virtual thread, unacknowledged until it is done or buried. */
final class Subscription implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);
    private static final int IN_HAND = 100; // a few patient retries must not hold up everybody else

    private final Connection connection;
    final Channel channel;
    private final String queue;
    private final Consumer<Event> handler;
    private final Backoff backoff;
    private final Graveyard graveyard;
    private final MeterRegistry meters;
    private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final String consumer;
    private volatile boolean begun;

    Subscription(Broker broker, String queue, Consumer<Event> handler) throws IOException {
        this.connection = broker.connection();
        this.channel = connection.createChannel();
        this.queue = queue;
        // named by us: a broker may give the same name on two channels, of which the client would mend but one
        this.consumer = queue + "-" + UUID.randomUUID();
        this.handler = handler;
        this.backoff = broker.backoff();
        this.graveyard = new Graveyard(broker);
        this.meters = broker.meters();
    }

    /** Makes the queue, which keeps what comes. */
    void start(String exchange, List<String> types) throws IOException {
        channel.queueDeclare(queue, true, false, false, null);
        channel.queueDeclare(Graveyard.of(queue), true, false, false, null);
        for (var type : types) channel.queueBind(queue, exchange, type);
        channel.basicQos(IN_HAND);
        channel.addShutdownListener(this::reopen);
    }

    /** Deliveries come from now on. */
    void begin() {
        try {
            channel.basicConsume(queue, false, consumer, (tag, delivery) -> receive(delivery), tag -> {});
            begun = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A broken connection is mended by the client; a channel that the broker alone has closed is not, unless asked. */
    private void reopen(ShutdownSignalException cause) {
        if (cause.isInitiatedByApplication() || cause.isHardError()) return;
        LOG.warn("{} is not heard any more, and listens again", queue, cause);
        if (connection instanceof AutorecoveringConnection lasting && channel instanceof AutorecoveringChannel closed) {
            hands.execute(() -> lasting.recoverChannelAndTopology(closed));
        }
    }

    private void receive(Delivery delivery) {
        try {
            hands.execute(() -> settle(delivery));
        } catch (RejectedExecutionException closed) {
            LOG.debug("{} closes; what comes now is not acknowledged, so somebody else gets it", queue);
        }
    }

    private void settle(Delivery delivery) {
        var number = delivery.getEnvelope().getDeliveryTag();
        try {
            if (handled(delivery)) channel.basicAck(number, false);
            else channel.basicNack(number, false, true);
        } catch (IOException | ShutdownSignalException e) {
            LOG.warn("{} lost its broker; the delivery will come again", queue, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tries until it works, or is hopeless and buried; false when neither came about. */
    private boolean handled(Delivery delivery) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                var event = Event.parse(delivery.getBody());
                Trace.enter(event.traceparent(), event.id());
                handler.accept(event);
                count("done");
                return true;
            } catch (RuntimeException
                    | Error e) { // an error too: a delivery that nobody settles would block for half an hour
                var hopeless = e instanceof JacksonException || attempt == backoff.attempts();
                count(hopeless ? "dead" : "failed");
                if (hopeless) return graveyard.buried(queue, delivery, e);
                LOG.warn("{} failed at attempt {}: {}", queue, attempt, e.toString());
                var wait = backoff.after(attempt);
                if (closing.await(wait.toMillis(), TimeUnit.MILLISECONDS)) return false;
            }
        }
    }

    private void count(String outcome) {
        meters.counter("events.handled", "queue", queue, "outcome", outcome).increment();
    }

    /** Lets running handlers finish; what waits for its next attempt goes back to the queue. */
    @Override
    public void close() throws IOException, TimeoutException {
        if (begun) channel.basicCancel(consumer);
        closing.countDown();
        hands.close();
        channel.close();
    }
}
