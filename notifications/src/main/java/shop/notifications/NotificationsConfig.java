package shop.notifications;

import java.time.Duration;
import java.util.Optional;
import shop.platform.app.Env;

/**
 * What a deployment may decide about notifications.
 *
 * @param firebase the JSON of a service account, or the path of its file; without it nothing is pushed
 * @param retention how long notifications are kept
 * @param heartbeat how long a stream may be silent
 * @param channel of Redis, where instances wake each other
 */
record NotificationsConfig(Optional<String> firebase, Duration retention, Duration heartbeat, String channel) {

    static NotificationsConfig from(Env env) {
        return new NotificationsConfig(
                env.optional("FIREBASE_CREDENTIALS"),
                env.duration("NOTIFICATIONS_RETENTION", Duration.ofDays(180)),
                env.duration("NOTIFICATIONS_HEARTBEAT", Duration.ofSeconds(15)),
                env.or("DATABASE_PREFIX", "") + "notifications");
    }
}
