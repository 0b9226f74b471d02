package shop.reviews.events;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.platform.testing.TestPlatform.NOON;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shop.platform.events.Event;
import shop.platform.events.Fact;
import shop.platform.testing.Contracts;
import shop.reviews.domain.Review;
import shop.reviews.domain.ReviewEvent;
import shop.reviews.domain.ReviewEvent.Kind;
import shop.reviews.domain.Status;
import shop.reviews.domain.Summary;
import shop.reviews.domain.Text;
import tools.jackson.databind.JsonNode;

/** What reviews tells is what compose/contracts promises, to the last field. */
class ReviewWireTest {

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aReviewIsAsPromised(Kind kind) {
        var promised = Contracts.sample("review." + kind.name().toLowerCase(Locale.ROOT));
        var data = promised.data();
        var event = new ReviewEvent(
                kind,
                review(data),
                data.path("by").asString(),
                Optional.ofNullable(data.get("reason")).map(JsonNode::asString));

        same(promised, ReviewWire.fact(event));
    }

    @Test
    void aSummaryIsAsPromised() {
        var promised = Contracts.sample("review.summary_changed");

        same(promised, ReviewWire.fact(new Summary(promised.subject(), List.of(0, 0, 0, 1, 1), 1, 3)));
    }

    private static void same(Event promised, Fact fact) {
        var told = Event.about(promised.subject(), promised.sequence(), fact, NOON);
        assertThat(told).usingRecursiveComparison().ignoringFields("id").isEqualTo(promised);
    }

    private static Review review(JsonNode data) {
        return new Review(
                data.path("reviewId").asString(),
                data.path("productId").asString(),
                data.path("storeId").asString(),
                data.path("authorId").asString(),
                "Ann",
                new Text(data.path("rating").asInt(), data.path("title").asString(), "Fresh"),
                data.path("verifiedPurchase").asBoolean(),
                0,
                0,
                Optional.empty(),
                Status.valueOf(data.path("status").asString().toUpperCase(Locale.ROOT)),
                Optional.empty(),
                NOON,
                NOON,
                1,
                1);
    }
}
