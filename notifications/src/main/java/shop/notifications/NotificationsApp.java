package shop.notifications;

import java.time.Duration;
import java.util.List;
import shop.notifications.api.DeviceRoutes;
import shop.notifications.api.Follower;
import shop.notifications.api.NotificationRoutes;
import shop.notifications.api.StreamRoutes;
import shop.notifications.clients.StoresClient;
import shop.notifications.domain.Forgetting;
import shop.notifications.domain.Notifying;
import shop.notifications.domain.Push;
import shop.notifications.domain.StoreDirectory;
import shop.notifications.domain.TeamFinder;
import shop.notifications.events.OrderConsumer;
import shop.notifications.events.StoreConsumer;
import shop.notifications.events.UserConsumer;
import shop.notifications.firebase.FirebasePush;
import shop.notifications.mongo.MongoDevices;
import shop.notifications.mongo.MongoErased;
import shop.notifications.mongo.MongoNotifications;
import shop.notifications.mongo.MongoPreferenceBook;
import shop.notifications.mongo.MongoTeams;
import shop.notifications.redis.RedisSignals;
import shop.notifications.redis.RedisTickets;
import shop.platform.app.Platform;
import shop.platform.app.Server;
import shop.platform.app.Service;

/** Notifications: people hear live what happens to their orders, stores, reviews and accounts. */
public final class NotificationsApp {

    private NotificationsApp() {}

    static void main() {
        Server.run("notifications", List.of(NotificationsApp::open));
    }

    public static Service open(Platform platform) {
        var config = NotificationsConfig.from(platform.env());
        var service = new Service("notifications", "/notifications");
        Push push = config.firebase()
                .<Push>map(key -> service.closing(FirebasePush.with(key)))
                .orElse(Push.NONE);
        return wire(service, push, new StoresClient(platform.siblings().at("stores")), platform);
    }

    static Service wire(Service service, Push push, StoreDirectory stores, Platform platform) {
        var config = NotificationsConfig.from(platform.env());
        var database = platform.database("notifications");
        var notifications = new MongoNotifications(database);
        var preferences = new MongoPreferenceBook(database);
        var devices = new MongoDevices(database);
        var known = new MongoTeams(database);
        var teams = new TeamFinder(known, stores);
        var signals = service.closingFirst(new RedisSignals(platform.redis(), config.channel()));
        var notifying = new Notifying(notifications, preferences, signals, devices, push);
        var forgetting = new Forgetting(
                new MongoErased(database.getCollection("erased")), notifications, preferences, devices, known);
        service.closing(new OrderConsumer(notifying, teams, forgetting).listenTo(platform.bus()));
        new StoreConsumer(notifying, teams).listenTo(platform.bus()).forEach(service::closing);
        service.closing(new UserConsumer(notifying, preferences, forgetting).listenTo(platform.bus()));
        service.every(
                Duration.ofHours(1),
                "expiring notifications",
                () -> notifications.expire(platform.clock().instant().minus(config.retention())));
        var follower =
                service.closingFirst(new Follower(notifications, signals, platform.tokens(), config.heartbeat()));
        var tickets = new RedisTickets(platform.redis(), platform.secret());
        return service.answering(
                new NotificationRoutes(notifications, preferences, devices, forgetting, platform.clock()),
                new DeviceRoutes(devices, forgetting, platform.clock()),
                new StreamRoutes(follower, tickets, platform.tokens(), platform.clock()));
    }
}
