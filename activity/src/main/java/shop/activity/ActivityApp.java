package shop.activity;

import java.time.Duration;
import java.util.List;
import shop.activity.api.ActivityRoutes;
import shop.activity.api.AuditRoutes;
import shop.activity.domain.Collecting;
import shop.activity.domain.Entries;
import shop.activity.domain.Forgetting;
import shop.activity.domain.Forgotten;
import shop.activity.domain.Recording;
import shop.activity.domain.Trail;
import shop.activity.domain.Verifying;
import shop.activity.events.EverythingConsumer;
import shop.activity.mongo.MongoEntries;
import shop.activity.mongo.MongoForgotten;
import shop.activity.mongo.MongoTrail;
import shop.platform.app.Platform;
import shop.platform.app.Server;
import shop.platform.app.Service;

/** Activity: remembers what the platform did, for good and provably, and what visitors did, for a while. */
public final class ActivityApp {

    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(10);

    private ActivityApp() {}

    static void main() {
        Server.run("activity", List.of(ActivityApp::open));
    }

    public static Service open(Platform platform) {
        var database = platform.database("activity");
        var entries = database.getCollection("entries");
        var log = new MongoEntries(entries);
        var trail = new MongoTrail(entries, database.getCollection("heads"), platform.secret());
        var forgotten = new MongoForgotten(database.getCollection("forgotten"));
        return wire(new Service("activity", "/activity"), log, trail, forgotten, platform);
    }

    static Service wire(Service service, Entries entries, Trail trail, Forgotten forgotten, Platform platform) {
        var clock = platform.clock();
        var config = ActivityConfig.from(platform.env());
        var forgetting = new Forgetting(entries, forgotten, clock);
        var recording = new Recording(trail, forgetting);
        var collecting = new Collecting(entries, forgetting, config.retention(), clock);
        var consumer = new EverythingConsumer(recording, collecting, forgetting, clock);
        service.closing(consumer.listenTo(platform.bus()));
        service.every(BETWEEN_SWEEPS, "forgetting old behaviour", () -> entries.sweep(clock.instant()));
        return service.answering(new ActivityRoutes(entries, collecting), new AuditRoutes(new Verifying(trail)));
    }
}
