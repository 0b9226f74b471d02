package shop.notifications.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import shop.notifications.domain.PreferenceBook.Reader;
import shop.platform.Id;

/** Tells people what happened: keeps it first, then wakes who listens, then pushes. */
public final class Notifying {

    private final Notifications notifications;
    private final PreferenceBook preferences;
    private final Signals signals;
    private final Devices devices;
    private final Push push;

    public Notifying(
            Notifications notifications, PreferenceBook preferences, Signals signals, Devices devices, Push push) {
        this.notifications = notifications;
        this.preferences = preferences;
        this.signals = signals;
        this.devices = devices;
        this.push = push;
    }

    public void tell(Collection<String> people, Occasion occasion) {
        preferences.readers(people.stream().distinct().toList()).forEach(reader -> tell(reader, occasion));
    }

    private void tell(Reader reader, Occasion occasion) {
        var wanted = reader.preferences().of(occasion.type());
        var words = words(reader, occasion);
        var kept = wanted.inApp() ? notifications.add(words) : Optional.of(words);
        kept.ifPresent(notification -> {
            if (wanted.inApp()) signals.announce(reader.id());
            if (wanted.push()) push(notification);
        });
    }

    private static Notification words(Reader reader, Occasion occasion) {
        var locale = reader.locale();
        var type = occasion.type();
        return new Notification(
                Id.derived("ntf", occasion.at(), occasion.cause() + reader.id() + type.label()),
                reader.id(),
                0,
                type,
                Wording.title(type, locale, occasion.data()),
                Wording.body(type, locale, occasion.data()),
                occasion.data(),
                Optional.empty(),
                occasion.at());
    }

    private void push(Notification notification) {
        var reachable = devices.of(notification.userId());
        if (reachable.isEmpty()) return;
        var dead = push.send(notification, reachable);
        if (!dead.isEmpty()) devices.drop(dead);
    }

    /** Everybody in a team, once. */
    public static Set<String> members(Teams.Team team) {
        var all = new TreeSet<>(List.of(team.ownerId()));
        all.addAll(team.staffIds());
        return all;
    }
}
