package shop.platform.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

    /** Something to be done on a channel, which may fail as channels do. */
    private interface Talk {
        void with(Channel channel) throws Exception;
    }

    @TempDir
    private Path folder;

    @Test
    void aThrowawayOneCarriesMessages() throws Exception {
        try (var broker = EmbeddedBroker.start()) {
            assertThat(broker.uri()).startsWith("amqp://guest:guest@127.0.0.1:");
            talk(broker, channel -> {
                channel.queueDeclare("hello", true, false, false, null);
                channel.basicPublish("", "hello", null, "you".getBytes(UTF_8));
                assertThat(channel.basicGet("hello", true).getBody()).asString().isEqualTo("you");
            });
        }
    }

    @Test
    void whatIsKeptIsThereTheNextTime() throws Exception {
        kept(channel -> {
            channel.exchangeDeclare("events", "topic", true);
            channel.queueDeclare("listener", true, false, false, null);
            channel.queueBind("listener", "events", "order.*");
        });
        kept(channel -> {
            channel.confirmSelect();
            channel.basicPublish("events", "order.placed", MessageProperties.PERSISTENT_BASIC, "1".getBytes(UTF_8));
            channel.waitForConfirmsOrDie();
        });
        kept(channel -> assertThat(channel.basicGet("listener", true).getBody())
                .asString()
                .isEqualTo("1"));
    }

    @Test
    void whatWasConfirmedSurvivesAKill() throws Exception {
        var confirmed = Victim.run(BrokerVictim.class, folder).killedAfter(50);

        kept(channel -> {
            for (var number : confirmed) {
                assertThat(channel.basicGet(BrokerVictim.QUEUE, true).getBody())
                        .containsExactly(Integer.parseInt(number));
            }
        });
    }

    @Test
    void aTakenPortIsNamed() {
        try (var first = EmbeddedBroker.start()) {
            int port = Integer.parseInt(first.uri().replaceFirst(".*:", ""));
            assertThatThrownBy(() -> EmbeddedBroker.start(folder, port))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("RabbitMQ does not start: port " + port + " of 127.0.0.1 is taken");
        }
    }

    @Test
    void aFolderInUseIsNamed() throws Exception {
        var owner = Victim.run(BrokerVictim.class, folder);
        owner.line();
        assertThatThrownBy(() -> EmbeddedBroker.start(folder, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("RabbitMQ does not start: another one uses " + folder);
        owner.killedAfter(0);
    }

    private void kept(Talk talk) throws Exception {
        try (var broker = EmbeddedBroker.start(folder, 0)) {
            talk(broker, talk);
        }
    }

    private static void talk(EmbeddedBroker broker, Talk talk) throws Exception {
        var factory = new ConnectionFactory();
        factory.setUri(broker.uri());
        try (var connection = factory.newConnection();
                var channel = connection.createChannel()) {
            talk.with(channel);
        }
    }
}
