package shop.platform.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.mongodb.MongoMetricsConnectionPoolListener;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** The way to MongoDB: what is acknowledged is on a majority's disk, and nobody waits for it for long. */
public final class Mongo {

    private static final int PATIENCE = 5; // seconds

    private Mongo() {}

    public static MongoClient connect(String uri, MeterRegistry meters) {
        var client = MongoClients.create(settings(uri, meters));
        try {
            client.getDatabase("admin").runCommand(new Document("ping", 1));
            return client;
        } catch (MongoException e) {
            client.close();
            throw new IllegalStateException("MongoDB does not answer at MONGODB_URI", e);
        }
    }

    private static MongoClientSettings settings(String uri, MeterRegistry meters) {
        try {
            return MongoClientSettings.builder()
                    .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                    .applyConnectionString(new ConnectionString(uri))
                    .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(PATIENCE, TimeUnit.SECONDS))
                    .applyToSocketSettings(socket -> socket.connectTimeout(PATIENCE, TimeUnit.SECONDS))
                    .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(PATIENCE, TimeUnit.SECONDS)
                            .addConnectionPoolListener(new MongoMetricsConnectionPoolListener(meters)))
                    .build();
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("environment variable MONGODB_URI must look like mongodb://host", e);
        }
    }
}
