package shop.email.domain;

/** A mail as its reader sees it, in both forms. */
public record Letter(String subject, String html, String text) {}
