package shop.activity.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries are wanted; what is empty does not matter.
 *
 * @param person somebody it is about in any way
 * @param from this moment included
 * @param to this moment not
 */
public record Criteria(
        Optional<Kind> kind,
        Optional<String> actor,
        Optional<String> target,
        Optional<String> type,
        Optional<String> person,
        Optional<Instant> from,
        Optional<Instant> to) {

    /** All that is about one person. */
    public static Criteria about(String person) {
        return new Criteria(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(person),
                Optional.empty(),
                Optional.empty());
    }

    public boolean accepts(Entry entry) {
        var fact = entry.fact();
        return kind.stream().allMatch(entry.kind()::equals)
                && actor.stream().allMatch(id -> fact.actor().id().stream().anyMatch(id::equals))
                && target.stream()
                        .allMatch(id -> fact.target().stream()
                                .anyMatch(each -> each.id().equals(id)))
                && type.stream().allMatch(fact.type()::equals)
                && person.stream().allMatch(entry.people()::contains)
                && from.stream().noneMatch(entry.occurredAt()::isBefore)
                && to.stream().allMatch(entry.occurredAt()::isBefore);
    }
}
