package shop.platform.events;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import shop.platform.testing.TestBroker;

@EnabledIfEnvironmentVariable(named = "RABBITMQ_URI", matches = ".+")
class DeadLettersRealTest extends DeadLettersContract {

    @Override
    protected String uri() {
        return TestBroker.uri();
    }
}
