package shop.users.domain;

import java.time.Instant;

/** Whether somebody wants advertising, since when, and where they said so. */
public record Consent(boolean marketing, Instant at, String source) {}
