package shop.notifications.domain;

import java.util.List;

/** Reaches devices that have no connection open. */
@FunctionalInterface
public interface Push {

    /** Nobody is reached when no provider is configured. */
    Push NONE = (notification, devices) -> List.of();

    /** Sends it, and returns the tokens that turned out to be dead. */
    List<String> send(Notification notification, List<Device> devices);
}
