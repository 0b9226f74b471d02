package shop.activity.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import shop.activity.domain.Actor;
import shop.activity.domain.Entry;
import shop.activity.domain.Fact;
import shop.activity.domain.Origin;
import shop.activity.domain.Target;
import shop.platform.events.Event;

/** An event of the platform, as the log sees it: who did what to what, whom it is about, and from where. */
record Heard(Event event) {

    private static final String SYSTEM = "system";

    /** What anybody can cause about an account that is not theirs. */
    private static final Set<String> BY_ANYBODY = Set.of("user.login_failed", "user.password_reset_requested");

    private static final List<String> PEOPLE = List.of("userId", "customerId", "authorId", "ownerId");

    private static final Map<String, String> NOUNS = Map.of(
            "usr", "user",
            "ses", "session",
            "sto", "store",
            "prd", "product",
            "ord", "order",
            "rev", "review",
            "eml", "email");

    Entry entry(Instant now) {
        return Entry.audit(event.id(), fact(), origin(), people(), new Entry.Times(event.time(), now));
    }

    Fact fact() {
        return new Fact(event.type(), actor(), Optional.of(target()), Redaction.of(event.data()));
    }

    private Actor actor() {
        var by = text("by");
        if (by.isPresent()) return by.get().equals(SYSTEM) ? Actor.service(event.source()) : Actor.user(by.get());
        if (BY_ANYBODY.contains(event.type())) return Actor.nobody();
        var byThemselves = event.type().startsWith("user.") || event.type().equals("product.viewed");
        return text("userId").filter(_ -> byThemselves).map(Actor::user).orElseGet(() -> Actor.service(event.source()));
    }

    /** An id's prefix says what it is the id of; what an event is called does where there is none. */
    private Target target() {
        var subject = event.subject();
        var prefix = subject.replaceFirst("_.*", "");
        var noun = event.type().replaceFirst("\\..*", "");
        return new Target(NOUNS.getOrDefault(prefix, noun), subject);
    }

    private Origin origin() {
        return new Origin(text("address"), text("userAgent"));
    }

    private List<String> people() {
        return Stream.concat(actor().person().stream(), PEOPLE.stream().flatMap(field -> text(field).stream()))
                .distinct()
                .toList();
    }

    Optional<String> text(String field) {
        return Optional.of(event.data().path(field))
                .filter(node -> node.isString())
                .map(node -> node.asString())
                .filter(text -> !text.isBlank());
    }
}
