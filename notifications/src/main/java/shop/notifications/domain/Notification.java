package shop.notifications.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Something a person is told.
 *
 * @param seq counts the notifications of this person from 1, without a gap when it is given
 * @param data what programs need: ids of what it is about
 */
public record Notification(
        String id,
        String userId,
        long seq,
        Type type,
        String title,
        String body,
        Map<String, String> data,
        Optional<Instant> readAt,
        Instant createdAt) {

    public Notification {
        data = Map.copyOf(data);
    }

    public Notification numbered(long number) {
        return new Notification(id, userId, number, type, title, body, data, readAt, createdAt);
    }
}
