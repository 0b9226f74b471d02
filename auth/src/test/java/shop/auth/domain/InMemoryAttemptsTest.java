package shop.auth.domain;

import java.time.Clock;

class InMemoryAttemptsTest extends AttemptsContract {

    private final Attempts attempts = new InMemoryAttempts(QUICK, Clock.systemUTC());

    @Override
    protected Attempts attempts() {
        return attempts;
    }
}
