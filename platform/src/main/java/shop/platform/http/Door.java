package shop.platform.http;

import java.time.Duration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * Hundreds who connect in the same moment wait to be let in; by default the system turns away all but fifty. Who says
 * nothing for long is shown out. At the end connections without a request hold nobody up; by default they do so for a
 * second.
 *
 * @param patience how long a connection may say nothing
 */
record Door(Duration patience) implements LifeCycle.Listener {

    private static final int WAITING = 2_048;
    private static final long IDLE_AT_THE_END_MILLIS = 50;

    @Override
    public void lifeCycleStarting(LifeCycle starting) {
        if (!(starting instanceof Server server)) return;
        for (var connector : server.getConnectors()) {
            if (connector instanceof ServerConnector each) {
                each.setAcceptQueueSize(WAITING);
                each.setIdleTimeout(patience.toMillis());
                each.setShutdownIdleTimeout(IDLE_AT_THE_END_MILLIS);
            }
        }
    }
}
