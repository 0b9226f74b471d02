package shop.platform.embedded;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.qpid.server.SystemLauncherListener.DefaultSystemLauncherListener;
import org.apache.qpid.server.model.ConfiguredObject;
import org.apache.qpid.server.model.Port;
import org.apache.qpid.server.model.State;
import org.apache.qpid.server.model.SystemConfig;
import org.apache.qpid.server.model.VirtualHost;
import org.apache.qpid.server.model.VirtualHostNode;

/** Looks whether the broker really works after its start, because it says nothing of parts that don't. */
final class BrokerWatch extends DefaultSystemLauncherListener {

    private final AtomicReference<SystemConfig<?>> system = new AtomicReference<>();
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

    @Override
    public void onContainerResolve(SystemConfig<?> started) {
        system.set(started);
    }

    @Override
    public void errorOnStartup(RuntimeException e) {
        failure.set(e);
    }

    /** The port it listens on; an {@link IllegalStateException} when it doesn't, or can't use its data. */
    int port() {
        if (failure.get() != null) throw failure.get();
        var broker = broker();
        for (VirtualHostNode<?> node : broker.getChildren(VirtualHostNode.class)) {
            requireActive("data", node);
            for (VirtualHost<?> host : node.getChildren(VirtualHost.class)) requireActive("data", host);
        }
        Port<?> port = broker.getChildren(Port.class).iterator().next();
        requireActive("port", port);
        return port.getBoundPort();
    }

    /** It would stop with the JVM, under the hands of services that are still closing; its owner closes it after them. */
    void leaveClosingToItsOwner() throws ReflectiveOperationException {
        var hook = Class.forName("org.apache.qpid.server.model.BrokerImpl").getDeclaredField("_shutdownHook");
        hook.setAccessible(true);
        Runtime.getRuntime().removeShutdownHook((Thread) hook.get(broker()));
    }

    private ConfiguredObject<?> broker() {
        return Optional.ofNullable(system.get())
                .<ConfiguredObject<?>>map(found -> found.getContainer())
                .orElseThrow(() -> new IllegalStateException("no broker came up"));
    }

    private static void requireActive(String what, ConfiguredObject<?> part) {
        if (part.getState() != State.ACTIVE) throw new IllegalStateException("its " + what + " is not usable");
    }
}
