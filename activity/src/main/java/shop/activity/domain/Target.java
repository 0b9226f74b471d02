package shop.activity.domain;

/** What it was done to: {@code order}, {@code ord_…}. */
public record Target(String type, String id) {}
