package shop.users.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Optional;
import shop.platform.clients.Sibling;
import shop.users.domain.History;

/** Asks activity what somebody did. */
public final class ActivityHistory implements History {

    private final Sibling activity;

    public ActivityHistory(Sibling activity) {
        this.activity = activity;
    }

    @Override
    public Part of(String userId, int limit, Optional<String> cursor) {
        var from = cursor.map(each -> "&cursor=" + encoded(each)).orElse("");
        return activity.get("/activity/users/" + encoded(userId) + "?limit=" + limit + from)
                .as(Part.class);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
