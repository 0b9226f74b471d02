package shop.users.domain;

/**
 * Who counts as an admin when it is asked whether another one is left: only people who are admins, and never one who is
 * about to be none. A version is that of the person whom somebody read: it tells what was said late.
 */
public interface Admins {

    /**
     * Counts somebody who is an admin at this version.
     *
     * @return false, and nothing changes, for whoever has left at this version or a later one
     */
    boolean join(String userId, int version);

    /**
     * No longer counts somebody, before the version after this one makes them no admin. May be repeated.
     *
     * @return false, and nothing changes, when nobody else would be left
     */
    boolean leave(String userId, int version);
}
