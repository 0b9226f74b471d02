package shop.activity.mongo;

import static shop.platform.testing.TestPlatform.NOON;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shop.activity.domain.Criteria;
import shop.activity.domain.Interval;
import shop.activity.domain.Kind;
import shop.activity.domain.Measure;
import shop.activity.domain.Span;
import shop.platform.crypto.Secret;
import shop.platform.testing.Plans;

class PlansTest {

    @Test
    void everyListOfEntriesRidesOnAnIndex() {
        Plans.assertIndexed(database -> {
            var documents = database.getCollection("entries");
            var entries = new MongoEntries(documents);
            for (var page : Plans.pages(Date.from(NOON))) criteria().forEach(each -> entries.list(each, page));
            criteria().forEach(each -> entries.each(each, entry -> {}));
            entries.devicesOf("ann");
            entries.forgetDevices(List.of("phone"));
            entries.forget("ann");
            entries.sweep(NOON);
            new MongoTrail(documents, database.getCollection("heads"), Secret.of("test")).walk(entry -> {});
        });
    }

    private static List<Criteria> criteria() {
        Optional<String> any = Optional.empty();
        var one = Optional.of("x");
        var day = Optional.of(NOON);
        return List.of(
                new Criteria(Optional.empty(), any, any, any, any, Optional.empty(), Optional.empty()),
                new Criteria(Optional.empty(), any, any, any, any, day, day),
                new Criteria(Optional.of(Kind.AUDIT), any, any, any, any, day, day),
                new Criteria(Optional.empty(), one, any, any, any, day, day),
                new Criteria(Optional.empty(), any, one, any, any, day, day),
                new Criteria(Optional.empty(), any, any, one, any, day, day),
                new Criteria(Optional.empty(), any, any, any, one, day, day));
    }

    @Test
    void everyStatisticRidesOnAnIndex() {
        Plans.assertIndexed(database -> {
            var measures = new MongoMeasures(database.getCollection("measures"));
            var day = new Span(Interval.HOUR, NOON.minusSeconds(86_400), NOON);
            measures.sums(Measure.Series.REVENUE, day);
            measures.visitors(Measure.Series.ACTIVE, day);
            measures.visitorsByKey(Measure.Series.FUNNEL, day);
            measures.forget("ann");
            measures.sweep(NOON);
        });
    }
}
