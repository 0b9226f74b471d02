package shop.notifications.domain;

import java.time.Instant;
import java.util.Map;

/**
 * Why people are told something.
 *
 * @param cause tells it from every other; the same cause never tells anybody twice
 * @param data what it is about; {@code number} or {@code title} and {@code detail} go into the words
 */
public record Occasion(String cause, Instant at, Type type, Map<String, String> data) {}
