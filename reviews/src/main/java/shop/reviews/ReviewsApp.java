package shop.reviews;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import shop.platform.app.Platform;
import shop.platform.app.Server;
import shop.platform.app.Service;
import shop.platform.mongo.MongoOutbox;
import shop.reviews.api.ModerationRoutes;
import shop.reviews.api.ReviewRoutes;
import shop.reviews.clients.ProductsCatalogue;
import shop.reviews.clients.StoresClient;
import shop.reviews.domain.Admission;
import shop.reviews.domain.Catalogue;
import shop.reviews.domain.Forgetting;
import shop.reviews.domain.Judging;
import shop.reviews.domain.Moderating;
import shop.reviews.domain.Recounting;
import shop.reviews.domain.ReviewEvent;
import shop.reviews.domain.Reviewing;
import shop.reviews.domain.Storage;
import shop.reviews.domain.Summary;
import shop.reviews.domain.Teams.Team;
import shop.reviews.events.Consumers;
import shop.reviews.events.ReviewWire;
import shop.reviews.mongo.MongoArchive;
import shop.reviews.mongo.MongoErased;
import shop.reviews.mongo.MongoPurchases;
import shop.reviews.mongo.MongoReviews;
import shop.reviews.mongo.MongoSummaries;
import shop.reviews.mongo.MongoTeams;
import shop.reviews.mongo.MongoVotes;

/** Reviews: buyers rate what they bought, others vote, stores answer, support moderates. */
public final class ReviewsApp {

    private static final Duration BETWEEN_RECOUNTS = Duration.ofMillis(250);

    private ReviewsApp() {}

    static void main() {
        Server.run("reviews", List.of(ReviewsApp::open));
    }

    public static Service open(Platform platform) {
        var siblings = platform.siblings();
        return wire(
                new Service("reviews", "/reviews"),
                new ProductsCatalogue(siblings.at("products")),
                new StoresClient(siblings.at("stores")),
                platform);
    }

    static Service wire(
            Service service, Catalogue catalogue, Function<String, Optional<Team>> stores, Platform platform) {
        var clock = platform.clock();
        var kept = storage(service, stores, platform);
        var required = ReviewsConfig.from(platform.env()).purchaseRequired();
        var admission = new Admission(catalogue, kept.archive(), kept.purchases(), required);
        var reviewing = new Reviewing(kept.reviews(), admission, kept.purchases(), kept.erased(), clock);
        var judging = new Judging(kept.reviews(), reviewing, kept.votes(), kept.erased(), clock);
        new Consumers(reviewing, new Forgetting(kept, reviewing), kept.archive(), kept.teams())
                .listenTo(platform.bus())
                .forEach(service::closing);
        service.every(BETWEEN_RECOUNTS, "recounting summaries", new Recounting(kept.summaries())::run);
        service.every(BETWEEN_RECOUNTS, "recounting votes", new Recounting(kept.votes())::run);
        var moderating = new Moderating(kept.reviews(), reviewing, kept.teams(), clock);
        return service.answering(
                new ReviewRoutes(kept.reviews(), reviewing, judging, kept.summaries()),
                new ModerationRoutes(kept.reviews(), judging, moderating));
    }

    private static Storage storage(Service service, Function<String, Optional<Team>> stores, Platform platform) {
        var bus = platform.bus();
        var clock = platform.clock();
        var database = platform.database("reviews");
        var reviews = database.getCollection("reviews");
        var summaries = database.getCollection("summaries");
        var news = service.closing(new MongoOutbox<ReviewEvent>(reviews, ReviewWire::fact, bus, clock));
        var sums = service.closing(new MongoOutbox<Summary>(summaries, ReviewWire::fact, bus, clock));
        return new Storage(
                new MongoReviews(reviews, news),
                new MongoSummaries(reviews, summaries, sums),
                new MongoVotes(database.getCollection("votes"), reviews),
                new MongoPurchases(database.getCollection("purchases")),
                new MongoArchive(database.getCollection("archive")),
                new MongoErased(database.getCollection("erased")),
                new MongoTeams(database.getCollection("teams"), stores));
    }
}
