package shop.platform.events;

import shop.platform.testing.TestBroker;

class DeadLettersEmbeddedTest extends DeadLettersContract {

    @Override
    protected String uri() {
        return TestBroker.embedded();
    }
}
