package shop.notifications.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.pull;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import org.bson.Document;
import shop.notifications.domain.Teams;
import shop.platform.mongo.Documents;
import shop.platform.mongo.MongoRecords;

/** Copies of the stores' teams in MongoDB. */
public final class MongoTeams implements Teams {

    private final MongoCollection<Document> documents;
    private final Documents<Team> mapping = Documents.of(Team.class);

    public MongoTeams(MongoDatabase database) {
        documents = database.getCollection("teams");
        documents.createIndex(ascending("staffIds"));
    }

    @Override
    public Optional<Team> find(String storeId) {
        return Optional.ofNullable(documents.find(eq("_id", storeId)).first()).map(mapping::read);
    }

    @Override
    public void learn(Team team) {
        MongoRecords.keepNewer(documents, mapping.write(team));
    }

    @Override
    public void forget(String userId) {
        documents.updateMany(eq("staffIds", userId), pull("staffIds", userId));
    }
}
