package shop.activity.domain;

import java.util.Optional;

/** Who sends behaviour: the person where one is signed in, and from where. */
public record Visitor(Optional<String> userId, Origin origin) {}
