package shop.activity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.activity.domain.EntryFixture.audit;
import static shop.activity.domain.EntryFixture.behaviour;
import static shop.platform.testing.TestPlatform.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shop.platform.Page;

/** What all entries keep. */
public abstract class EntriesContract {

    private static final Criteria ALL = only(Optional.empty(), Optional.empty());

    protected abstract Entries entries();

    /** Chains an entry as the trail does. */
    protected abstract void append(Entry audit);

    @Test
    void behaviourIsKeptOnceByItsEventId() {
        var first = behaviour("e1", "ann", NOON);

        assertThat(entries().add(List.of(first, behaviour("e1", "ann", NOON), behaviour("e2", "ann", NOON))))
                .isEqualTo(2);
        assertThat(entries().add(List.of(behaviour("e1", "bob", NOON.minusSeconds(9)), behaviour("e3", "ann", NOON))))
                .isEqualTo(1);
        assertThat(entries().add(List.of())).isZero();

        assertThat(all()).hasSize(3).contains(first);
    }

    @Test
    void whatIsKeptComesBackAsItWas() {
        append(audit("e1"));

        var kept = all().getFirst();
        assertThat(kept).isEqualTo(audit("e1").after(Optional.empty()));
        assertThat(kept.seal()).isPresent();
    }

    @Test
    void pagesGoOnWhereTheLastEnded() {
        for (int i = 0; i < 5; i++) entries().add(List.of(behaviour("e" + i, "ann", NOON.plusSeconds(i / 2))));

        var pages = new ArrayList<Entry>();
        var page = entries().list(ALL, Page.Request.first(2));
        pages.addAll(page.items());
        while (page.next().isPresent()) {
            page = entries().list(ALL, new Page.Request(2, page.next()));
            pages.addAll(page.items());
        }

        assertThat(pages).hasSize(5).isEqualTo(all());
        assertThat(pages).extracting(Entry::occurredAt).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void everyCriterionCounts() {
        append(audit("e1", "ann", NOON));
        entries().add(List.of(behaviour("e2", "bob", NOON.plusSeconds(1))));

        assertThat(types(only(Optional.of(Kind.AUDIT), Optional.empty()))).containsExactly("order.placed");
        assertThat(types(only(Optional.empty(), Optional.of("bob")))).containsExactly("Product Viewed");
        assertThat(types(Criteria.about("ann"))).containsExactly("order.placed");
        assertThat(types(new Criteria(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("prd_1"),
                        Optional.of("Product Viewed"),
                        Optional.empty(),
                        Optional.of(NOON.plusSeconds(1)),
                        Optional.of(NOON.plusSeconds(2)))))
                .containsExactly("Product Viewed");
        assertThat(types(only(Optional.of(Kind.AUDIT), Optional.of("bob")))).isEmpty();
    }

    @Test
    void whoIsForgottenLeavesNoTrace() {
        append(audit("e1", "ann", NOON));
        entries().add(List.of(behaviour("e2", "ann", NOON), behaviour("e3", "bob", NOON)));

        entries().forget("ann");

        var audit = all(Kind.AUDIT).getFirst();
        assertThat(audit.origin()).isEqualTo(Origin.unknown());
        assertThat(audit.fact()).isEqualTo(audit("e1", "ann", NOON).fact());
        assertThat(audit.seal())
                .isEqualTo(audit("e1", "ann", NOON).after(Optional.empty()).seal());
        var behaviour = all(Kind.BEHAVIOUR);
        assertThat(behaviour).contains(behaviour("e3", "bob", NOON));
        var anns = behaviour.stream().filter(each -> each.people().isEmpty()).toList();
        assertThat(anns).hasSize(1);
        assertThat(anns.getFirst().fact().actor()).isEqualTo(Actor.nobody());
        assertThat(anns.getFirst().fact().data()).isEqualTo("{}");
        assertThat(anns.getFirst().fact().target()).isPresent();
        assertThat(anns.getFirst().origin()).isEqualTo(Origin.unknown());
    }

    @Test
    void aDeviceIsForgottenWhereNobodyElseWasSignedIn() {
        entries().add(List.of(behaviour("e1", "ann", NOON), behaviour("e2", "bob", NOON), unsigned("e3")));

        assertThat(entries().devicesOf("ann")).containsExactly("dev-1");
        entries().forgetDevices(List.of("dev-1"));

        assertThat(all()).contains(behaviour("e1", "ann", NOON), behaviour("e2", "bob", NOON));
        assertThat(all().stream().filter(each -> each.fact().actor().equals(Actor.nobody())))
                .hasSize(1);
    }

    @Test
    void behaviourExpiresAndAuditDoesNot() {
        append(audit("e1"));
        entries().add(List.of(behaviour("e2", "ann", NOON)));
        var end = NOON.plus(Duration.ofDays(180));

        entries().sweep(end.minusMillis(1));
        assertThat(all()).hasSize(2);
        entries().sweep(end);
        assertThat(all()).extracting(Entry::kind).containsExactly(Kind.AUDIT);
    }

    private static Entry unsigned(String eventId) {
        var device = Actor.visitor(Optional.empty(), Optional.of("dev-1"));
        var fact = new Fact("Product Viewed", device, Optional.empty(), "{\"a\":1}");
        var times = new Entry.Times(NOON, NOON);
        return Entry.behaviour(eventId, fact, Origin.unknown(), times, Duration.ofDays(1));
    }

    private static Criteria only(Optional<Kind> kind, Optional<String> actor) {
        var any = Optional.<String>empty();
        var never = Optional.<Instant>empty();
        return new Criteria(kind, actor, any, any, any, never, never);
    }

    private List<String> types(Criteria criteria) {
        return entries().list(criteria, Page.Request.first(10)).items().stream()
                .map(entry -> entry.fact().type())
                .toList();
    }

    private List<Entry> all() {
        return all(ALL);
    }

    private List<Entry> all(Kind kind) {
        return all(only(Optional.of(kind), Optional.empty()));
    }

    private List<Entry> all(Criteria criteria) {
        var all = new ArrayList<Entry>();
        entries().each(criteria, all::add);
        return all;
    }
}
