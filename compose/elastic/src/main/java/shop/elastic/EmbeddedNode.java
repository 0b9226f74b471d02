package shop.elastic;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.elasticsearch.common.Priority;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.core.TimeValue;
import org.elasticsearch.core.internal.io.IOUtils;
import org.elasticsearch.http.HttpServerTransport;
import org.elasticsearch.index.mapper.MapperExtrasPlugin;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.reindex.ReindexPlugin;
import org.elasticsearch.search.aggregations.matrix.MatrixAggregationPlugin;
import org.elasticsearch.transport.Netty4Plugin;

/**
 * One Elasticsearch node on the loopback address, in a process of its own. It says {@code ready <port>} on its standard
 * output and ends when its standard input does, so that it never outlives the process that started it.
 */
public final class EmbeddedNode extends Node {

    private static final List<Class<? extends Plugin>> PLUGINS = List.of(
            Netty4Plugin.class,
            ReindexPlugin.class,
            MapperExtrasPlugin.class,
            MatrixAggregationPlugin.class,
            AnalysisParts.class);

    private EmbeddedNode(Settings settings) {
        super(InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "embedded"), PLUGINS, false);
    }

    /** Takes the folder for the data, the port (0 is any free one), and whether the folder is {@code kept} in the end. */
    public static void main(String[] args) throws Exception {
        var folder = Path.of(args[0]);
        try (var turn = FileChannel.open(folder.resolve("node.turn"), CREATE, WRITE)) {
            turn.lock(); // the node of an earlier run may be about to close the same data
            try (var node = new EmbeddedNode(settings(folder, args[1]))) {
                node.start();
                node.untilUsable();
                System.out.println("ready " + node.port());
                untilTheParentIsGone();
            }
        }
        if (!args[2].equals("kept")) IOUtils.rm(folder);
        System.exit(0);
    }

    private static Settings settings(Path folder, String port) {
        return Settings.builder()
                .put("path.home", folder.toString())
                .put("path.data", folder.resolve("data").toString())
                .put("cluster.name", "embedded")
                .put("discovery.type", "single-node")
                .put("http.type", "netty4")
                .put("http.host", "127.0.0.1")
                .put("http.port", port)
                .put("transport.type", "netty4")
                .put("transport.host", "127.0.0.1")
                .put("transport.port", "0")
                .put("node.store.allow_mmap", false)
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                // the real memory of so small a heap trips the breaker in the middle of nothing
                .put("indices.breaker.total.use_real_memory", false)
                .build();
    }

    private void untilUsable() {
        client().admin()
                .cluster()
                .prepareHealth()
                .setWaitForEvents(Priority.LANGUID)
                .setWaitForYellowStatus()
                .get(TimeValue.timeValueSeconds(30));
    }

    private int port() {
        var transport = injector().getInstance(HttpServerTransport.class);
        return transport.boundAddress().publishAddress().getPort();
    }

    private static void untilTheParentIsGone() throws IOException {
        System.in.transferTo(OutputStream.nullOutputStream());
    }
}
