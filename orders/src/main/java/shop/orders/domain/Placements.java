package shop.orders.domain;

import java.time.Instant;

/** Which order a request is about, so that a request repeated after a crash is about the same. Kept for a day. */
public interface Placements {

    /** The id the request has got, which is this one when nobody has sent it before. */
    String claim(String request, String orderId, Instant now);

    /** The request has been refused: the next one like it is a new one. */
    void drop(String request);

    /** Forgets those of before. */
    void sweep(Instant before);
}
