package shop.platform.embedded;

import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import java.nio.file.Path;

/** Publishes to a kept broker; says the number of a message when that is confirmed. */
final class BrokerVictim {

    static final String QUEUE = "victim";

    private BrokerVictim() {}

    static void main(String[] args) throws Exception {
        var factory = new ConnectionFactory();
        factory.setUri(EmbeddedBroker.start(Path.of(args[0]), 0).uri());
        var channel = factory.newConnection().createChannel();
        channel.queueDeclare(QUEUE, true, false, false, null);
        channel.confirmSelect();
        for (int number = 0; ; number++) {
            channel.basicPublish("", QUEUE, MessageProperties.MINIMAL_PERSISTENT_BASIC, new byte[] {(byte) number});
            channel.waitForConfirmsOrDie();
            Victim.say(Integer.toString(number));
        }
    }
}
