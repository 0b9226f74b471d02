package shop.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shop.platform.events.Event;
import tools.jackson.databind.node.ObjectNode;

/** The whole service over HTTP and events; products and stores are twins. */
class ReviewsAppTest extends House {

    @Test
    void aReviewIsWrittenOnceAndCounted() {
        var written = write(ann, 5);
        assertThat(written.status()).isEqualTo(201);
        assertThat(written.body().at("/author/displayName").asString()).isEqualTo("ann");
        assertThat(written.body().path("verifiedPurchase").asBoolean()).isFalse();
        problem(write(ann, 4), 409, "already_reviewed");
        write(cat, 4);

        summary(4.5, 2, 0);
        await().untilAsserted(() -> assertThat(heard)
                .filteredOn(event -> event.type().equals("review.summary_changed"))
                .last()
                .satisfies(
                        event -> assertThat(event.data().path("count").asInt()).isEqualTo(2)));
        assertThat(items(client("").get("/reviews?productId=" + TEA))).hasSize(2);
    }

    @Test
    void whoReceivedItIsABuyerBeforeAndAfterTheReview() {
        delivered("ann");
        assertThat(write(ann, 5).body().path("verifiedPurchase").asBoolean()).isTrue();
        var early = write(cat, 3).text("id");

        delivered("cat");
        delivered("cat");

        assertThat(cat.get("/reviews/" + early).body().path("verifiedPurchase").asBoolean())
                .isTrue();
        assertThat(cat.get("/reviews/" + early).header("ETag")).isEqualTo("\"2\"");
        summary(4, 2, 2);
        assertThat(items(ann.get("/reviews?productId=" + TEA + "&verified=true&rating=5")))
                .hasSize(1);
    }

    @Test
    void badReviewsAreRefused() {
        problem(ann.post("/reviews", text("gone", 5)), 422, "product_not_found");
        problem(ann.post("/reviews", text("old", 5)), 409, "product_archived");
        problem(ann.post("/reviews", text(TEA, 6)), 422, "out_of_range");
        problem(ann.post("/reviews", text(TEA, 5).replace("Lovely", " ")), 422, "required");
        problem(ann.post("/reviews", text(TEA, 5).replace("Fresh", "x".repeat(10_001))), 422, "too_long");
        problem(ann.post("/reviews", text(TEA, 5).replace("{", "{\"verifiedPurchase\": true, ")), 422, "unknown_field");
        problem(client("").post("/reviews", text(TEA, 5)), 401, "unauthenticated");
        problem(ann.get("/reviews"), 400, "invalid_parameter");
    }

    @Test
    void onlyItsAuthorChangesAReview() {
        var path = write(ann, 5).header("Location");
        problem(cat.patch(path, "{\"rating\": 1}", "If-Match", "\"1\""), 403, "forbidden");
        problem(sue.patch(path, "{\"rating\": 1}", "If-Match", "\"1\""), 403, "forbidden");
        problem(ann.patch(path, "{\"rating\": 1}"), 428, "precondition_required");
        assertThat(ann.patch(path, "{\"rating\": 1}", "If-Match", "\"1\"")
                        .body()
                        .path("rating")
                        .asInt())
                .isEqualTo(1);
        problem(ann.patch(path, "{\"rating\": 2}", "If-Match", "\"1\""), 412, "stale_version");
        summary(1, 1, 0);

        problem(cat.delete(path), 403, "forbidden");
        assertThat(ann.delete(path).status()).isEqualTo(204);
        problem(ann.get(path), 404, "review_not_found");
        summary(0, 0, 0);
        assertThat(write(ann, 2).status()).isEqualTo(201);
        summary(2, 1, 0);
    }

    @Test
    void aPersonsVoteCountsOnceHoweverOften() throws Exception {
        var path = write(ann, 5).header("Location");
        problem(ann.put(path + "/vote", "{\"helpful\": true}"), 403, "own_review");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(IntStream.range(0, 20)
                    .mapToObj(i -> (Callable<Integer>)
                            () -> cat.put(path + "/vote", "{\"helpful\": true}").status())
                    .toList())) {
                assertThat(done.get()).isEqualTo(200);
            }
        }
        assertThat(bob.put(path + "/vote", "{\"helpful\": true}")
                        .body()
                        .path("helpfulCount")
                        .asInt())
                .isEqualTo(2);
        assertThat(bob.put(path + "/vote", "{\"helpful\": false}")
                        .body()
                        .path("helpfulCount")
                        .asInt())
                .isEqualTo(1);
        assertThat(cat.delete(path + "/vote").status()).isEqualTo(204);
        assertThat(ann.get(path).body().path("helpfulCount").asInt()).isZero();
    }

    @Test
    void noVoteGetsInTheWayOfAnEdit() throws Exception {
        var path = write(ann, 5).header("Location");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var voting = threads.submit(() -> IntStream.range(0, 60)
                    .forEach(i -> (i % 2 == 0 ? bob : cat).put(path + "/vote", "{\"helpful\": " + (i % 4 < 2) + "}")));
            for (int i = 0; i < 20; i++) {
                var seen = ann.get(path).header("ETag");
                assertThat(ann.patch(path, "{\"rating\": " + (i % 5 + 1) + "}", "If-Match", seen)
                                .status())
                        .isEqualTo(200);
            }
            voting.get();
        }
    }

    @Test
    void supportHidesButNeverEdits() {
        var path = write(ann, 1).header("Location");
        assertThat(cat.post(path + "/report", "{\"reason\": \"abuse\"}").status())
                .isEqualTo(202);
        cat.post(path + "/report", "{\"reason\": \"spam\", \"detail\": \"again\"}");
        assertThat(items(sue.get("/reviews/moderation"))).hasSize(1);
        problem(ann.get("/reviews/moderation"), 403, "forbidden");
        problem(ann.post(path + "/hide", "{\"reason\": \"x\"}"), 403, "forbidden");
        problem(sue.post(path + "/hide", "{\"reason\": \" \"}"), 422, "required");

        assertThat(sue.post(path + "/hide", "{\"reason\": \"insults\"}").text("status"))
                .isEqualTo("hidden");
        problem(sue.post(path + "/hide", "{\"reason\": \"insults\"}"), 409, "already_hidden");
        problem(cat.get(path), 404, "review_not_found");
        assertThat(ann.get(path).text("hiddenReason")).isEqualTo("insults");
        assertThat(items(cat.get("/reviews?productId=" + TEA))).isEmpty();
        summary(0, 0, 0);

        assertThat(sue.post(path + "/restore", "").text("status")).isEqualTo("published");
        problem(sue.post(path + "/restore", ""), 409, "not_hidden");
        assertThat(items(sue.get("/reviews/moderation"))).isEmpty();
        bob.post(path + "/report", "{\"reason\": \"spam\"}");
        assertThat(items(sue.get("/reviews/moderation"))).hasSize(1);
        summary(1, 1, 0);
    }

    @Test
    void theStoreAnswers() {
        var path = write(ann, 5).header("Location");
        problem(cat.put(path + "/reply", "{\"body\": \"hi\"}"), 403, "forbidden");
        assertThat(bob.put(path + "/reply", "{\"body\": \"Thank you!\"}")
                        .body()
                        .at("/reply/body")
                        .asString())
                .isEqualTo("Thank you!");
        await().untilAsserted(() -> assertThat(heard).extracting(Event::type).contains("review.replied"));
        assertThat(bob.delete(path + "/reply").status()).isEqualTo(204);
        problem(bob.delete(path + "/reply"), 404, "reply_not_found");
    }

    @Test
    void listsAreSorted() {
        write(ann, 5);
        write(cat, 3);
        var helpful = write(bob, 4).header("Location");
        ann.put(helpful + "/vote", "{\"helpful\": true}");

        assertThat(ratings("newest")).containsExactly(4, 3, 5);
        assertThat(ratings("oldest")).containsExactly(5, 3, 4);
        assertThat(ratings("helpful")).first().isEqualTo(4);
        assertThat(ratings("-rating")).containsExactly(5, 4, 3);
        assertThat(ratings("rating")).containsExactly(3, 4, 5);
    }

    private List<Integer> ratings(String sort) {
        var first = ann.get("/reviews?limit=2&productId=" + TEA + "&sort=" + sort);
        var second = ann.get("/reviews?limit=2&productId=" + TEA + "&sort=" + sort + "&cursor=" + first.text("next"));
        return Stream.concat(items(first).stream(), items(second).stream())
                .map(each -> each.path("rating").asInt())
                .toList();
    }

    @Test
    void theSummaryIsExactAfterManyAtOnceAndARestart() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(
                    List.of(() -> write(ann, 5), () -> write(bob, 4), () -> write(cat, 3), () -> write(sue, 2)));
        }
        server.close(); // whatever was not counted yet is counted by the next one
        server = open();
        await().untilAsserted(() -> assertThat(client("ann")
                        .get("/reviews/products/" + TEA + "/summary")
                        .body()
                        .path("average")
                        .asDouble())
                .isEqualTo(3.5));
    }

    @Test
    void anArchivedProductIsReviewedNoMore() {
        told("product.archived", data -> data.put("productId", TEA));
        told("product.updated", data -> data.put("productId", TEA)); // older than the archiving
        problem(write(ann, 5), 409, "product_archived");
    }

    @Test
    void aParcelOfAnotherStoreIsNoPurchase() {
        told("order.delivered", data -> {
            data.put("customerId", "ann");
            ((ObjectNode) data.path("shipment")).put("storeId", "sto_other");
        });
        assertThat(write(ann, 5).body().path("verifiedPurchase").asBoolean()).isFalse();
    }

    @Test
    void whatSomebodyHasIsNotSentAgainUntilItChanges() {
        var path = write(ann, 5).header("Location");
        var first = bob.get(path).header("ETag");
        assertThat(bob.send("GET", path, "", "If-None-Match", first).status()).isEqualTo(304);

        cat.put(path + "/vote", "{\"helpful\": true}");

        var second = bob.send("GET", path, "", "If-None-Match", first);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.header("ETag"))
                .isEqualTo("\"" + second.body().path("version").asInt() + "\"");
        assertThat(ann.patch(path, "{\"rating\": 4}", "If-Match", first).status())
                .isEqualTo(200); // a vote is no reason to refuse
        problem(ann.patch(path, "{\"rating\": 3}", "If-Match", second.header("ETag")), 412, "stale_version");
    }

    @Test
    void whoNamesAVersionChangesThatOne() {
        var path = write(ann, 5).header("Location");
        var old = new String[] {"If-Match", "\"9\""};
        problem(sue.post(path + "/hide", "{\"reason\": \"x\"}", old), 412, "stale_version");
        problem(bob.put(path + "/reply", "{\"body\": \"hi\"}", old), 412, "stale_version");
        assertThat(bob.put(path + "/reply", "{\"body\": \"hi\"}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(200);
        problem(bob.delete(path + "/reply", old), 412, "stale_version");
        sue.post(path + "/hide", "{\"reason\": \"x\"}", "If-Match", "\"2\"");
        problem(sue.post(path + "/restore", "", old), 412, "stale_version");
        assertThat(sue.post(path + "/restore", "", "If-Match", "\"3\"").status())
                .isEqualTo(200);
    }
}
