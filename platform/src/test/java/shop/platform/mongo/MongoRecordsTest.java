package shop.platform.mongo;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.platform.testing.TestPlatform.NOON;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.Failure;
import shop.platform.Money;
import shop.platform.Page;
import shop.platform.mongo.MongoRecords.Order;
import shop.platform.testing.TestMongo;

class MongoRecordsTest {

    enum Colour {
        DARK_RED,
        BLUE
    }

    record Toy(
            String id,
            Colour colour,
            int weight,
            Money price,
            Optional<String> owner,
            Instant madeAt,
            List<String> tags) {}

    private final MongoCollection<Document> documents =
            TestMongo.freshDatabase().getCollection("toys");
    private final Documents<Toy> mapping = Documents.of(Toy.class);
    private final MongoRecords<Toy> toys = new MongoRecords<>(documents, mapping);

    @AfterEach
    void drop() {
        documents.drop();
    }

    private static Toy toy(int number, int weight) {
        var id = "toy_%03d".formatted(number);
        return new Toy(id, Colour.DARK_RED, weight, new Money(499, "EUR"), Optional.of("ann"), NOON, List.of("new"));
    }

    private void keep(Toy toy) {
        documents.insertOne(mapping.write(toy));
    }

    @Test
    void whatIsKeptIsFoundUnchanged() {
        keep(toy(1, 7));
        var nobodys = new Toy("toy_002", Colour.BLUE, 1, Money.zero("JPY"), Optional.empty(), NOON, List.of());
        keep(nobodys);

        assertThat(toys.find("toy_001")).contains(toy(1, 7));
        assertThat(toys.find("toy_002")).contains(nobodys);
        assertThat(toys.find("toy_003")).isEmpty();
        assertThat(documents.find(eq("_id", "toy_001")).first())
                .containsEntry("colour", "dark_red")
                .containsEntry("weight", 7)
                .containsEntry("madeAt", Date.from(NOON));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        for (int i = 0; i < 25; i++) keep(toy(i, i % 3));

        assertThat(walk(new Order("weight", false), 4))
                .hasSize(25)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo((one, other) -> Integer.compare(weight(one), weight(other)));
        assertThat(walk(Order.newestFirst(), 7)).hasSize(25).first().isEqualTo("toy_024");
        assertThat(walk(new Order("madeAt", true), 10)).hasSize(25).doesNotHaveDuplicates();
    }

    private static int weight(String id) {
        return Integer.parseInt(id.substring(4)) % 3;
    }

    @Test
    void whatIsUniqueNeedsNoIdToDecide() {
        for (int i = 0; i < 25; i++) keep(toy(100 - i, i));

        assertThat(walk(new Order("weight", true, true), 4))
                .hasSize(25)
                .isSorted()
                .first()
                .isEqualTo("toy_076");
    }

    @Test
    void aPageIsStableUnderInsertsAndDeletes() {
        for (int i = 10; i < 20; i++) keep(toy(i, 1));
        var order = new Order("weight", false);
        var first = toys.page(Filters.empty(), order, Page.Request.first(5));
        keep(toy(1, 0));
        documents.deleteOne(eq("_id", "toy_012"));

        var second = toys.page(Filters.empty(), order, new Page.Request(5, first.next()));

        assertThat(second.items())
                .extracting(Toy::id)
                .containsExactly("toy_015", "toy_016", "toy_017", "toy_018", "toy_019");
        assertThat(second.next()).isEmpty();
    }

    @Test
    void aTombstoneIsNotThere() {
        documents.insertOne(mapping.write(toy(1, 1)).append("deletedAt", Date.from(NOON)));

        assertThat(toys.find("toy_001")).isEmpty();
        assertThat(toys.page(Filters.empty(), Order.newestFirst(), Page.Request.first(5))
                        .items())
                .isEmpty();
    }

    @Test
    void aTakenNameIsTheFailureGiven() {
        documents.createIndex(Indexes.ascending("owner"), new IndexOptions().unique(true));
        keep(toy(1, 1));

        assertThatThrownBy(
                        () -> MongoRecords.unique(() -> keep(toy(2, 1)), () -> Failure.conflict("taken", "is taken")))
                .isInstanceOfSatisfying(Failure.class, f -> assertThat(f.code()).isEqualTo("taken"));
    }

    private List<String> walk(Order order, int limit) {
        var seen = new ArrayList<String>();
        Optional<String> after = Optional.empty();
        do {
            var page = toys.page(Filters.empty(), order, new Page.Request(limit, after));
            page.items().forEach(toy -> seen.add(toy.id()));
            after = page.next();
        } while (after.isPresent());
        return seen;
    }
}
