package shop.email.domain;

import java.util.Optional;

/** A person as users describes one. */
public record Person(String email, Optional<String> displayName, Optional<String> locale) {}
