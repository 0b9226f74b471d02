package shop.activity.domain;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import shop.platform.Page;

/** Entries in memory. */
public final class InMemoryEntries implements Entries {

    private static final Actor NOBODY = Actor.nobody();

    private final Map<String, Entry> all = new LinkedHashMap<>();

    /** As a trail does it. */
    public void put(Entry audit) {
        all.put(audit.id(), audit);
    }

    @Override
    public Page<Entry> list(Criteria criteria, Page.Request request) {
        var rest = found(criteria)
                .filter(each -> request.after().stream()
                        .allMatch(position -> position(each).compareTo(position) < 0))
                .toList();
        var page = rest.subList(0, Math.min(request.limit(), rest.size()));
        var next = rest.size() > page.size() ? Optional.of(position(page.getLast())) : Optional.<String>empty();
        return new Page<>(page, next);
    }

    @Override
    public void each(Criteria criteria, Consumer<Entry> visitor) {
        found(criteria).toList().forEach(visitor);
    }

    @Override
    public int add(List<Entry> behaviour) {
        var before = all.size();
        for (var entry : behaviour) {
            if (all.values().stream().noneMatch(each -> each.eventId().equals(entry.eventId()))) {
                all.put(entry.id(), entry);
            }
        }
        return all.size() - before;
    }

    @Override
    public List<String> devicesOf(String person) {
        return all.values().stream()
                .filter(each -> each.people().contains(person))
                .flatMap(each -> each.fact().actor().anonymousId().stream())
                .distinct()
                .toList();
    }

    @Override
    public void forgetDevices(List<String> devices) {
        all.replaceAll((id, each) -> {
            var actor = each.fact().actor();
            var unsigned =
                    actor.person().isEmpty() && actor.anonymousId().stream().anyMatch(devices::contains);
            return unsigned ? anonymous(each) : each;
        });
    }

    @Override
    public void forget(String person) {
        all.replaceAll((id, each) -> {
            if (!each.people().contains(person)) return each;
            return each.kind() == Kind.BEHAVIOUR ? anonymous(each) : with(each, each.fact(), each.people());
        });
    }

    @Override
    public void sweep(Instant now) {
        all.values().removeIf(each -> each.expiresAt().stream().anyMatch(end -> !end.isAfter(now)));
    }

    private Stream<Entry> found(Criteria criteria) {
        return all.values().stream()
                .filter(criteria::accepts)
                .sorted(comparing(InMemoryEntries::position).reversed());
    }

    private static String position(Entry entry) {
        return "%020d %s".formatted(entry.occurredAt().toEpochMilli(), entry.id());
    }

    private static Entry anonymous(Entry entry) {
        var fact = entry.fact();
        return with(entry, new Fact(fact.type(), NOBODY, fact.target(), "{}"), List.of());
    }

    private static Entry with(Entry entry, Fact fact, List<String> people) {
        return new Entry(
                entry.id(),
                entry.kind(),
                fact,
                Origin.unknown(),
                people,
                entry.occurredAt(),
                entry.recordedAt(),
                entry.seal(),
                entry.eventId(),
                entry.expiresAt());
    }
}
