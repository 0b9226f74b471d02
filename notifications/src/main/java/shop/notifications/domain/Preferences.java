package shop.notifications.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import shop.platform.Failure;
import shop.platform.Failure.Problem;

/** By which channels somebody wants to hear what; by all of them unless they said otherwise. */
public record Preferences(String id, Map<Type, Channels> types) {

    /** The ways to reach somebody. */
    public record Channels(boolean inApp, boolean push, boolean email) {

        static final Channels ALL = new Channels(true, true, true);
    }

    public Preferences {
        var complete = new EnumMap<Type, Channels>(Type.class);
        for (var type : Type.values()) complete.put(type, types.getOrDefault(type, Channels.ALL));
        types = Map.copyOf(complete);
        var wrong = new ArrayList<Problem>();
        for (var type : Type.values()) {
            var wanted = complete.getOrDefault(type, Channels.ALL);
            if (type.isSecurity() && !wanted.inApp()) wrong.add(notOptional(type, "inApp"));
            if (type.isSecurity() && !wanted.push()) wrong.add(notOptional(type, "push"));
            if (type.isSecurity() && !wanted.email()) wrong.add(notOptional(type, "email"));
        }
        if (!wrong.isEmpty()) throw Failure.of(Failure.Kind.INVALID, List.copyOf(wrong));
    }

    public static Preferences usual(String userId) {
        return new Preferences(userId, Map.of());
    }

    Channels of(Type type) {
        return types.getOrDefault(type, Channels.ALL);
    }

    private static Problem notOptional(Type type, String channel) {
        return new Problem(
                "/types/" + type.label() + "/" + channel, "not_optional", "security notices cannot be switched off");
    }
}
