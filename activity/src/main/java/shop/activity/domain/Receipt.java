package shop.activity.domain;

import java.util.List;

/** What became of a batch. */
public record Receipt(int accepted, int duplicates, List<Rejection> rejected) {

    /** Why one of the batch was not taken. */
    public record Rejection(int index, String code, String detail) {}

    public Receipt {
        rejected = List.copyOf(rejected);
    }
}
