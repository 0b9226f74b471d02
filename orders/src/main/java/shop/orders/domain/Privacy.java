package shop.orders.domain;

/** Whether an order still says who it is for. */
public enum Privacy {
    KEPT,
    /** The customer has left while the order was under way: it forgets them as soon as it is done. */
    FORGET_WHEN_DONE,
    FORGOTTEN
}
