package shop.notifications.domain;

/** People who have been erased: their tokens may live a little longer than they do. */
public interface Erased {

    void add(String userId);

    boolean has(String userId);
}
