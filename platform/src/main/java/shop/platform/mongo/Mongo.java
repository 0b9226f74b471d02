package shop.platform.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.mongodb.MongoMetricsConnectionPoolListener;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import shop.platform.Failure;

/** The way to MongoDB: what is acknowledged is on a majority's disk, and nobody waits for it for long. */
public final class Mongo {

    private static final Document MINE =
            new Document("listDatabases", 1).append("nameOnly", true).append("authorizedDatabases", true);
    private static final int PATIENCE = 5; // seconds
    private static final int LONGEST_ANSWER =
            60; // a server that holds a connection and says nothing for longer is away

    private Mongo() {}

    public static MongoClient connect(String uri, MeterRegistry meters) {
        var client = MongoClients.create(settings(uri, meters));
        try {
            client.getDatabase("admin").runCommand(MINE); // a ping is answered to strangers too
            return client;
        } catch (MongoSecurityException | MongoCommandException e) {
            client.close();
            throw new IllegalStateException("MongoDB refuses the user or the password in MONGODB_URI", e);
        } catch (MongoException e) {
            client.close();
            throw new IllegalStateException("MongoDB does not answer at MONGODB_URI", e);
        }
    }

    private static MongoClientSettings settings(String uri, MeterRegistry meters) {
        try {
            return MongoClientSettings.builder()
                    .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                    .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(PATIENCE, TimeUnit.SECONDS))
                    .applyToSocketSettings(socket -> socket.connectTimeout(PATIENCE, TimeUnit.SECONDS)
                            .readTimeout(LONGEST_ANSWER, TimeUnit.SECONDS))
                    .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(PATIENCE, TimeUnit.SECONDS)
                            .addConnectionPoolListener(new MongoMetricsConnectionPoolListener(meters)))
                    .applyConnectionString(new ConnectionString(uri)) // what it says goes before what is usual
                    .build();
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("environment variable MONGODB_URI must look like mongodb://host", e);
        }
    }

    /** What to tell a caller when it is the database that fails; nothing when it refuses what we should not have asked. */
    public static Optional<Failure> outage(Exception e) {
        var away = e instanceof MongoException found && (!(found instanceof MongoServerException) || passes(found));
        return away ? Optional.of(Failure.unavailable("the database")) : Optional.empty();
    }

    private static boolean passes(MongoException e) {
        return e instanceof MongoNotPrimaryException
                || e instanceof MongoNodeIsRecoveringException
                || e instanceof MongoWriteConcernException
                || (e instanceof MongoBulkWriteException bulk && bulk.getWriteConcernError() != null)
                || e.hasErrorLabel("RetryableWriteError");
    }
}
