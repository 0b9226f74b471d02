package shop.activity;

import java.time.Duration;
import shop.platform.app.Env;

/**
 * The variables of this service.
 *
 * @param retention how long behaviour is remembered: {@code ACTIVITY_RETENTION}
 */
record ActivityConfig(Duration retention) {

    private static final Duration DEFAULT_RETENTION = Duration.ofDays(180);

    static ActivityConfig from(Env env) {
        return new ActivityConfig(env.duration("ACTIVITY_RETENTION", DEFAULT_RETENTION));
    }
}
