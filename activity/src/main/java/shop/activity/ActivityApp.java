package shop.activity;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import shop.activity.api.ActivityRoutes;
import shop.activity.api.AuditRoutes;
import shop.activity.api.ExportRoutes;
import shop.activity.api.StatsRoutes;
import shop.activity.domain.Collecting;
import shop.activity.domain.Counting;
import shop.activity.domain.Entries;
import shop.activity.domain.Forgetting;
import shop.activity.domain.Measures;
import shop.activity.domain.Recording;
import shop.activity.domain.Verifying;
import shop.activity.events.EverythingConsumer;
import shop.activity.mongo.MongoEntries;
import shop.activity.mongo.MongoForgotten;
import shop.activity.mongo.MongoMeasures;
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
        var documents = database.getCollection("entries");
        var entries = new MongoEntries(documents);
        var trail = new MongoTrail(documents, database.getCollection("heads"), platform.secret());
        var measures = new MongoMeasures(database.getCollection("measures"));
        var forgotten = new MongoForgotten(database.getCollection("forgotten"));
        var forgetting = new Forgetting(entries, forgotten, measures, platform.clock());
        var recording = new Recording(trail, measures, forgetting);
        var retention = ActivityConfig.from(platform.env()).retention();
        var collecting = new Collecting(entries, measures, forgetting, retention, platform.clock());
        var service = new Service("activity", "/activity");
        var consumer = new EverythingConsumer(recording, collecting, forgetting, platform.clock());
        service.closing(consumer.listenTo(platform.bus()));
        service.every(BETWEEN_SWEEPS, "forgetting old behaviour", () -> sweep(entries, measures, platform.clock()));
        return service.answering(
                new ActivityRoutes(entries, collecting),
                new ExportRoutes(entries),
                new AuditRoutes(new Verifying(trail)),
                new StatsRoutes(new Counting(measures), platform.clock()));
    }

    private static void sweep(Entries entries, Measures measures, Clock clock) {
        entries.sweep(clock.instant());
        measures.sweep(clock.instant());
    }
}
