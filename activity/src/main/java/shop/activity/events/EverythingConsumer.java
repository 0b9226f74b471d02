package shop.activity.events;

import java.time.Clock;
import java.util.List;
import shop.activity.domain.Collecting;
import shop.activity.domain.Forgetting;
import shop.activity.domain.Origin;
import shop.activity.domain.Recording;
import shop.platform.events.Event;
import shop.platform.events.EventBus;

/** Hears everything the platform says, and keeps it. */
public final class EverythingConsumer {

    private static final String VIEWED = "product.viewed";
    private static final String DELETED = "user.deleted";

    private final Recording recording;
    private final Collecting collecting;
    private final Forgetting forgetting;
    private final Clock clock;

    public EverythingConsumer(Recording recording, Collecting collecting, Forgetting forgetting, Clock clock) {
        this.recording = recording;
        this.collecting = collecting;
        this.forgetting = forgetting;
        this.clock = clock;
    }

    public AutoCloseable listenTo(EventBus bus) {
        return bus.subscribe("activity.everything", List.of("#"), this::hear);
    }

    private void hear(Event event) {
        var heard = new Heard(event);
        if (event.type().equals(VIEWED)) {
            collecting.witness(event.id(), heard.fact(), Origin.unknown(), event.time());
        } else {
            recording.record(heard.entry(clock.instant()), () -> Tally.of(event));
        }
        if (event.type().equals(DELETED)) heard.text("userId").ifPresent(forgetting::forget);
    }
}
