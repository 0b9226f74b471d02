package shop.users.domain;

/** Who counts as an admin when it is asked whether another one is left: never more than there are. */
public interface Admins {

    void join(String userId);

    /** Atomically: false, and nothing changes, when nobody else would be left. */
    boolean leave(String userId);
}
