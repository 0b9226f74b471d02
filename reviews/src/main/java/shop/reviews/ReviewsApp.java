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
import shop.reviews.domain.Catalogue;
import shop.reviews.domain.Moderating;
import shop.reviews.domain.ReviewEvent;
import shop.reviews.domain.Reviewing;
import shop.reviews.domain.Summary;
import shop.reviews.domain.Teams.Team;
import shop.reviews.events.Consumers;
import shop.reviews.events.ReviewWire;
import shop.reviews.mongo.MongoPurchases;
import shop.reviews.mongo.MongoReviews;
import shop.reviews.mongo.MongoSummaries;
import shop.reviews.mongo.MongoTeams;

/** Reviews: buyers rate what they bought, others vote, stores answer, support moderates. */
public final class ReviewsApp {

    private static final Duration BETWEEN_RECOUNTS = Duration.ofMillis(250);
    private static final int RECOUNTED = 200;

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
        var config = ReviewsConfig.from(platform.env());
        var clock = platform.clock();
        var database = platform.database("reviews");
        var documents = database.getCollection("reviews");
        var counted = database.getCollection("summaries");
        var outbox = service.closing(new MongoOutbox<ReviewEvent>(documents, ReviewWire::fact, platform.bus(), clock));
        var told = service.closing(new MongoOutbox<Summary>(counted, ReviewWire::fact, platform.bus(), clock));
        var reviews = new MongoReviews(documents, outbox);
        var summaries = new MongoSummaries(documents, counted, told);
        var teams = new MongoTeams(database.getCollection("teams"), stores);
        var purchases = new MongoPurchases(database.getCollection("purchases"));
        var reviewing = new Reviewing(reviews, purchases, catalogue, config.purchaseRequired(), clock);
        new Consumers(reviewing, teams).listenTo(platform.bus()).forEach(service::closing);
        service.every(
                BETWEEN_RECOUNTS,
                "recounting summaries",
                () -> reviews.due(RECOUNTED).forEach(summaries::recount));
        return service.answering(
                new ReviewRoutes(reviews, reviewing, summaries),
                new ModerationRoutes(reviews, reviewing, new Moderating(reviews, reviewing, teams, clock)));
    }
}
