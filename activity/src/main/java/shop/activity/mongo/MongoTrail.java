package shop.activity.mongo;

import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.bson.Document;
import shop.activity.domain.Entry;
import shop.activity.domain.Head;
import shop.activity.domain.Seal;
import shop.activity.domain.Trail;
import shop.platform.crypto.Secret;

/**
 * The audit chain in MongoDB. The unique number of a seal is what keeps several processes on one chain: of two that
 * chain to the same last entry, one is refused, and starts again from what is last now. Within a process, whoever has
 * the turn writes for all who wait.
 */
public final class MongoTrail implements Trail {

    private static final String NUMBER = "seal.number";
    private static final int MOST_AT_ONCE = 200;

    private record Waiting(Entry entry, CompletableFuture<Void> done) {}

    private final MongoCollection<Document> documents;
    private final SignedHead head;
    private final ConcurrentLinkedQueue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();
    private Optional<Seal> last = Optional.empty(); // empty also when it isn't known any more

    /** A trail among those entries, with its head noted in another collection. */
    public MongoTrail(MongoCollection<Document> documents, MongoCollection<Document> heads, Secret secret) {
        this.documents = documents;
        this.head = new SignedHead(heads, secret);
        documents.createIndex(
                Indexes.ascending(NUMBER), new IndexOptions().unique(true).sparse(true));
    }

    @Override
    public void append(Entry audit) {
        var mine = new Waiting(audit, new CompletableFuture<>());
        queue.add(mine);
        turn.lock();
        try {
            while (!mine.done().isDone()) appendSome();
        } finally {
            turn.unlock();
        }
        try {
            mine.done().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public Optional<Head> head() {
        return head.read();
    }

    @Override
    public void walk(Consumer<Entry> visitor) {
        documents
                .find(gte(NUMBER, 1L))
                .sort(ascending(NUMBER))
                .batchSize(MongoEntries.BATCH)
                .map(MongoEntries.MAPPING::read)
                .forEach(visitor);
    }

    private void appendSome() {
        var some = new ArrayList<Waiting>();
        while (some.size() < MOST_AT_ONCE && !queue.isEmpty()) some.add(queue.remove());
        try {
            chain(some.stream().map(Waiting::entry).toList());
            some.forEach(each -> each.done().complete(null));
        } catch (RuntimeException e) {
            some.forEach(each -> each.done().completeExceptionally(e));
        }
    }

    /** Every time round somebody has got on: a refusal means that the chain has grown, or that an entry is there. */
    private void chain(List<Entry> entries) {
        var open = new LinkedHashMap<String, Entry>();
        entries.forEach(entry -> open.putIfAbsent(entry.id(), entry));
        while (!open.isEmpty() && !written(List.copyOf(open.values())))
            known(open.keySet()).forEach(open::remove);
    }

    private boolean written(List<Entry> entries) {
        var chained = new ArrayList<Entry>();
        var seal = last.or(this::stored);
        for (var entry : entries) {
            var next = entry.after(seal);
            chained.add(next);
            seal = next.seal();
        }
        last = Optional.empty(); // until the database has said yes
        try {
            var written = chained.stream().map(MongoEntries.MAPPING::write).toList();
            written.forEach(Inserts::leaveOutWhatIsEmpty);
            documents.insertMany(written);
        } catch (MongoBulkWriteException e) {
            Inserts.onlyDuplicates(e);
            return false;
        }
        last = seal;
        head.note(Head.of(chained.getLast()));
        return true;
    }

    private Optional<Seal> stored() {
        return Optional.ofNullable(
                        documents.find(gte(NUMBER, 1L)).sort(descending(NUMBER)).first())
                .map(MongoEntries.MAPPING::read)
                .flatMap(Entry::seal);
    }

    private Set<String> known(Iterable<String> ids) {
        return documents
                .find(in("_id", ids))
                .projection(include("_id"))
                .map(found -> found.getString("_id"))
                .into(new HashSet<>());
    }
}
