package shop.platform.events;

import com.rabbitmq.client.Connection;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;

/** What everything that deals with one RabbitMQ shares. */
record Broker(Connection connection, Backoff backoff, Clock clock, MeterRegistry meters) {}
