package shop.platform.embedded;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Two things a database owes its clients, added to one that keeps live documents and hands them out: nobody sees a
 * document that is half changed (each database has many readers or one writer, and replies are copies), and a change is
 * saved before it is acknowledged.
 */
final class SteadyBackend implements MongoBackend {

    private static final Set<String> READS = Set.of(
            "find",
            "getmore",
            "killcursors",
            "count",
            "distinct",
            "listcollections",
            "listindexes",
            "listdatabases",
            "dbstats",
            "collstats",
            "validate",
            "ping",
            "ismaster",
            "hello",
            "buildinfo",
            "serverstatus",
            "whatsmyuri",
            "getlog",
            "hostinfo",
            "connectionstatus",
            "getlasterror",
            "endsessions",
            "getcmdlineopts");

    private final MongoBackend backend;
    private final Savings savings;
    private final Optional<ServerRules> rules;
    private final GroupCommit commit;
    private final Map<String, ReadWriteLock> databases = new ConcurrentHashMap<>();

    SteadyBackend(MongoBackend backend, Savings savings, Optional<ServerRules> rules) {
        this.backend = backend;
        this.savings = savings;
        this.rules = rules;
        this.commit = new GroupCommit(savings::save);
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        var command = message.getDocument();
        var name = command.keySet().iterator().next();
        return handle(message.getDatabaseName(), name, command, () -> backend.handleMessage(message));
    }

    @Override
    public Document handleCommand(Channel channel, String database, String name, Document command) {
        return handle(database, name, command, () -> backend.handleCommand(channel, database, name, command));
    }

    @Override
    public QueryResult handleQuery(MongoQuery query) {
        return backend.handleQuery(query);
    }

    private Document handle(String database, String name, Document command, Supplier<Document> work) {
        rules.ifPresent(all -> all.check(database, command));
        var lock = databases.computeIfAbsent(database, any -> new ReentrantReadWriteLock(true));
        if (reads(name, command)) {
            var found = savings.reading(() -> copied(lock.readLock(), work));
            rules.ifPresent(all -> all.shuffle(command, found));
            return found;
        }
        return commit.around(() -> copied(lock.writeLock(), work));
    }

    private static Document copied(Lock lock, Supplier<Document> work) {
        lock.lock();
        try {
            return work.get().cloneDeeply();
        } finally {
            lock.unlock();
        }
    }

    private static boolean reads(String name, Document command) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("aggregate") ? !writesItsResult(command) : READS.contains(lower);
    }

    private static boolean writesItsResult(Document command) {
        return command.get("pipeline") instanceof List<?> stages
                && stages.stream()
                        .anyMatch(stage -> stage instanceof Document document
                                && (document.containsKey("$out") || document.containsKey("$merge")));
    }

    @Override
    public void handleClose(Channel channel) {
        backend.handleClose(channel);
    }

    @Override
    public void dropDatabase(String database) {
        backend.dropDatabase(database);
    }

    @Override
    public Collection<Document> getCurrentOperations(MongoQuery query) {
        return backend.getCurrentOperations(query);
    }

    @Override
    public Document getServerStatus() {
        return backend.getServerStatus();
    }

    @Override
    public void close() {
        backend.close();
    }

    @Override
    public void closeCursors(List<Long> cursorIds) {
        backend.closeCursors(cursorIds);
    }

    @Override
    public Clock getClock() {
        return backend.getClock();
    }

    @Override
    public void enableOplog() {
        backend.enableOplog();
    }

    @Override
    public void disableOplog() {
        backend.disableOplog();
    }

    @Override
    public MongoDatabase resolveDatabase(String database) {
        return backend.resolveDatabase(database);
    }

    @Override
    public MongoBackend version(MongoVersion version) {
        backend.version(version);
        return this;
    }
}
