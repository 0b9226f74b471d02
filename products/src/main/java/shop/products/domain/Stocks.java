package shop.products.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import shop.platform.Page;

/** The stock of all SKUs and the ledger of how it moved. Each change is one guarded write. */
public interface Stocks {

    Optional<Stock> find(String id);

    /** Those of them that are there, in any order. */
    List<Stock> findAll(Collection<String> ids);

    /** Begins to keep stock of a SKU, unless that has begun. */
    void open(Stock first);

    /** A move from what was seen. */
    record Move(Stock seen, Movement movement) {}

    /** A stock as it was seen, and what is to be told of what waits in it. */
    record Settlement(Stock seen, List<StockEvent> events) {}

    /** Begins many at once, with the movements they hold; false when one was there already: then others have begun. */
    boolean openAll(List<Stock> first);

    /** As {@link #move}, many at once; false when one of them did not move: then others may have. */
    boolean moveAll(List<Move> moves);

    /** As {@link #settle}, many at once; false when somebody else was at one of them: then others may be settled. */
    boolean settleAll(List<Settlement> settlements);

    /** Keeps units for an order; false when there are not enough. */
    boolean hold(String id, Hold hold);

    /** Keeps longer what is kept under this key. */
    void extend(String id, Hold hold);

    /** Lets go of what is held under this key; false when nothing is. */
    boolean release(String id, Hold hold);

    /** Turns what is held under this key into a sale; false when nothing is held: sold before, or never kept. */
    boolean sell(String id, Hold hold, Movement sale);

    /**
     * Moves stock on from what was seen; false when it has moved since or this movement is waiting there already. Whoever
     * calls makes sure, after having seen the stock, that the ledger does not know the movement.
     */
    boolean move(Stock seen, Movement movement);

    boolean knows(String movementId);

    void threshold(String id, int threshold);

    /** Enters the waiting movements in the ledger and tells; false when somebody else did so first. */
    boolean settle(Stock seen, List<StockEvent> events);

    /** Ids of stocks that moved and are not settled. */
    List<String> unsettled(int limit);

    /** Stocks with units kept beyond this time. */
    List<Stock> heldBefore(Instant time, int limit);

    /** The ledger of a product, the newest first. */
    Page<Entry> ledger(String productId, Page.Request request);

    /** What a person has moved, the newest first. */
    List<Entry> movedBy(String userId, int limit);

    /** Calls a person otherwise, wherever a movement names them. */
    void rename(String userId, String name);
}
