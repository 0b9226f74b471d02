package shop.platform.events;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.ShutdownSignalException;
import com.rabbitmq.client.impl.MicrometerMetricsCollector;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import shop.platform.Failure;

/** One durable topic exchange for everybody; the routing key is the event's type. Plain AMQP 0-9-1, no extensions. */
public final class RabbitBus implements EventBus {

    private static final String EXCHANGE = "shop.events";
    private static final int RECOVERY_MILLIS = 2_000;
    private static final int HEARTBEAT_SECONDS = 20; // a broker that hangs is noticed after two of them

    private final Broker broker;
    private final Connection connection;
    private final Set<String> queues = new ConcurrentSkipListSet<>();
    private final ReentrantLock telling = new ReentrantLock();
    private final ReentrantLock hearing = new ReentrantLock();
    private final List<Subscription> waiting = new ArrayList<>();
    private boolean begun;
    private ConfirmedChannel publishing;

    private RabbitBus(Broker broker) throws IOException {
        this.broker = broker;
        this.connection = broker.connection();
        this.publishing = new ConfirmedChannel(connection);
    }

    public static RabbitBus connect(String uri, String process, Clock clock, MeterRegistry meters) {
        return connect(uri, process, clock, meters, Backoff.PATIENT);
    }

    static RabbitBus connect(String uri, String process, Clock clock, MeterRegistry meters, Backoff backoff) {
        try {
            var factory = new ConnectionFactory();
            factory.setUri(uri);
            factory.setSharedExecutor(Executors.newVirtualThreadPerTaskExecutor());
            factory.setNetworkRecoveryInterval(RECOVERY_MILLIS);
            factory.setRequestedHeartbeat(HEARTBEAT_SECONDS);
            factory.setMetricsCollector(new MicrometerMetricsCollector(meters));
            var connection = factory.newConnection(process);
            // this channel stays open: after a broken connection the client declares the exchange on it again
            connection.createChannel().exchangeDeclare(EXCHANGE, BuiltinExchangeType.TOPIC, true);
            return new RabbitBus(new Broker(connection, backoff, clock, meters));
        } catch (URISyntaxException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "environment variable RABBITMQ_URI must look like amqp://user:password@host", e);
        } catch (IOException | TimeoutException e) {
            throw new IllegalStateException("RabbitMQ does not answer at RABBITMQ_URI", e);
        }
    }

    @Override
    public List<Event> publish(List<Event> events) {
        if (events.isEmpty()) return events;
        telling.lock();
        try {
            if (!publishing.isOpen()) publishing = new ConfirmedChannel(connection);
            for (var event : events) publishing.send(EXCHANGE, event.type(), event.id(), Map.of(), event.json());
            var lost = publishing.lost();
            var told =
                    events.stream().filter(event -> !lost.contains(event.id())).toList();
            told.forEach(event ->
                    meters().counter("events.published", "type", event.type()).increment());
            return told;
        } catch (IOException | TimeoutException | ShutdownSignalException e) {
            publishing.close(); // late confirms must not be taken for those of the next batch
            throw new IllegalStateException("RabbitMQ did not confirm", e);
        } catch (InterruptedException e) {
            publishing.close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("closed before RabbitMQ confirmed", e);
        } finally {
            telling.unlock();
        }
    }

    @Override
    public AutoCloseable subscribe(String queue, List<String> types, Consumer<Event> handler) {
        try {
            var subscription = new Subscription(broker, queue, handler);
            subscription.start(EXCHANGE, types);
            queues.add(queue);
            hear(subscription);
            return subscription;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void hear(Subscription subscription) {
        hearing.lock();
        try {
            if (begun) subscription.begin();
            else waiting.add(subscription);
        } finally {
            hearing.unlock();
        }
    }

    @Override
    public void begin() {
        hearing.lock();
        try {
            begun = true;
            waiting.forEach(Subscription::begin);
            waiting.clear();
        } finally {
            hearing.unlock();
        }
    }

    @Override
    public DeadLetters deadLetters(String service) {
        return new RabbitDeadLetters(
                broker,
                () -> queues.stream()
                        .filter(queue -> queue.startsWith(service + "."))
                        .toList());
    }

    @Override
    public Map<String, Depth> depths() {
        try (var channel = connection.createChannel()) {
            var depths = new TreeMap<String, Depth>();
            for (var queue : queues) {
                depths.put(queue, new Depth(channel.messageCount(queue), channel.messageCount(Graveyard.of(queue))));
            }
            return depths;
        } catch (IOException | TimeoutException | ShutdownSignalException e) {
            throw Failure.unavailable("RabbitMQ");
        }
    }

    @Override
    public MeterRegistry meters() {
        return broker.meters();
    }

    @Override
    public boolean answers() {
        return connection.isOpen();
    }

    @Override
    public void close() {
        connection.abort();
    }
}
