package shop.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class PaperPlansTest {

    private static boolean indexed(String filter, String sort, String... indexes) {
        List<Document> listed = Stream.of(indexes).map(Document::parse).toList();
        return new PaperPlans(listed).indexed(Document.parse(filter), Document.parse(sort));
    }

    @Test
    void aQueryNeedsAConditionOnTheFirstFieldOfAnIndex() {
        assertThat(indexed("{a: 1}", "{}", "{key: {a: 1}}")).isTrue();
        assertThat(indexed("{$and: [{$and: [{b: 2}]}, {a: {$gt: 1}}]}", "{}", "{key: {a: 1}}"))
                .isTrue();
        assertThat(indexed("{b: 1}", "{}", "{key: {a: 1, b: 1}}")).isFalse();
        assertThat(indexed("{a: {$exists: false}}", "{}", "{key: {a: 1}}")).isFalse();
        assertThat(indexed("{}", "{}", "{key: {_id: 1}}")).isFalse();
    }

    @Test
    void aSortFollowsWhatIsEqualOneWayOrTheOther() {
        var index = "{key: {a: 1, b: -1, _id: -1}}";
        assertThat(indexed("{a: 1}", "{b: -1, _id: -1}", index)).isTrue();
        assertThat(indexed("{a: null, b: {$lt: 3}}", "{b: 1, _id: 1}", index)).isTrue();
        assertThat(indexed("{a: 1, b: 2}", "{_id: 1}", index)).isTrue();
        assertThat(indexed("{a: 1}", "{b: 1, _id: -1}", index)).isFalse();
        assertThat(indexed("{a: {$gt: 1}}", "{b: -1}", index)).isFalse();
        assertThat(indexed("{a: 1}", "{b: -1, _id: -1}", "{key: {a: 1, b: -1}}"))
                .isFalse();
    }

    @Test
    void aWholeIndexGivesAnOrderUnlessItLeavesDocumentsOut() {
        assertThat(indexed("{}", "{a: -1}", "{key: {a: 1}}")).isTrue();
        assertThat(indexed("{}", "{a: -1}", "{key: {a: 1}, sparse: true}")).isFalse();
    }

    @Test
    void everyBranchOfAChoiceNeedsItsOwn() {
        assertThat(indexed("{$or: [{a: 1}, {b: 1}]}", "{}", "{key: {a: 1}}")).isFalse();
        assertThat(indexed("{$or: [{a: 1}, {b: 1}]}", "{_id: 1}", "{key: {a: 1, _id: 1}}", "{key: {b: 1, _id: -1}}"))
                .isTrue();
    }
}
