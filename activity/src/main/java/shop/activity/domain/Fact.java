package shop.activity.domain;

import java.util.Optional;

/**
 * What was done.
 *
 * @param type {@code order.placed}, {@code Product Added}
 * @param data more about it, as JSON text; in the audit log with its keys sorted, without blanks, and naming nobody
 */
public record Fact(String type, Actor actor, Optional<Target> target, String data) {}
