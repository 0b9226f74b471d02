package shop.users.domain;

import java.util.Map;

/** What all services keep of a person. */
@FunctionalInterface
public interface Personal {

    /** By the name of the service; unavailable when one of them does not answer: a part would pass for the whole. */
    Map<String, Object> everything(String userId);
}
