package shop.platform.http;

import io.javalin.websocket.WsConfig;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A group of endpoints: the list of routes first, the handlers below it. */
@FunctionalInterface
public interface Routes {
    List<Route> routes();

    /** WebSockets by their path. They see no roles: whoever opens one asks for credentials itself. */
    default Map<String, Consumer<WsConfig>> sockets() {
        return Map.of();
    }
}
