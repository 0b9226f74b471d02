package shop.auth.domain;

/** What the use cases rest on, and what tests may replace. */
public record Outside(Accounts accounts, Attempts attempts, Passwords passwords, IdTokens idTokens, KeyKeeping keys) {}
