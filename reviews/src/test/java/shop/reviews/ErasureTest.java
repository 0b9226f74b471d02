package shop.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What stays of somebody who leaves: words without a name, and nothing else. */
class ErasureTest extends House {

    @Test
    void anErasedAuthorsWordsStayWithoutTheName() {
        var path = write(ann, 5).header("Location");
        assertThat(client("service").get("/reviews/export/ann").body().path("reviews"))
                .hasSize(1);

        erase("ann");
        clock.advance(Duration.ofSeconds(1));
        var late = ann.post("/reviews", text("other", 4)); // the token lives a little longer

        assertThat(author(cat.get(path))).isEqualTo("Deleted user");
        assertThat(author(late)).isEqualTo("Deleted user");
        assertThat(everything()).doesNotContain("\"authorName\": \"ann\"");
    }

    @Test
    void anErasedReadersVotesAndWordsAreGone() {
        var path = write(ann, 5).header("Location");
        cat.put(path + "/vote", "{\"helpful\": true}");
        bob.put(path + "/vote", "{\"helpful\": true}");
        cat.post(path + "/report", "{\"reason\": \"other\", \"detail\": \"call me at 555\"}");
        bob.post(path + "/report", "{\"reason\": \"other\", \"detail\": \"not mine\"}");

        erase("cat");
        cat.post(path + "/report", "{\"reason\": \"spam\", \"detail\": \"call 555\"}");
        cat.put(path + "/vote", "{\"helpful\": true}");

        await().untilAsserted(() -> {
            assertThat(ann.get(path).body().path("helpfulCount").asInt()).isEqualTo(1);
            assertThat(documents("votes")).hasSize(1);
        });
        assertThat(everything()).doesNotContain("555").contains("not mine");
    }

    private void erase(String user) {
        told("user.deleted", data -> data.put("userId", user));
    }

    private String everything() {
        return Stream.of("reviews", "votes", "summaries", "purchases", "archive", "erased")
                .flatMap(name -> documents(name).stream())
                .collect(Collectors.joining("\n"));
    }

    private List<String> documents(String collection) {
        return platform.database("reviews")
                .getCollection(collection)
                .find()
                .map(Document::toJson)
                .into(new ArrayList<>());
    }
}
