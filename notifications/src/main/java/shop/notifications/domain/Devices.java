package shop.notifications.domain;

import java.util.List;

/** The devices of everybody. */
public interface Devices {

    /** Keeps it for this person, whoever had the same token before; keeps the id where it is theirs already. */
    Device add(Device device);

    /** At most twenty: the newest. */
    List<Device> of(String userId);

    /** False when this person has none of this id. */
    boolean remove(String userId, String id);

    void drop(List<String> deadTokens);

    void forget(String userId);
}
