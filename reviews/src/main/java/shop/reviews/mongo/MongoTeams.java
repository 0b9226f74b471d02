package shop.reviews.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import shop.platform.mongo.Documents;
import shop.platform.mongo.MongoRecords;
import shop.reviews.domain.Teams;

/** Copies of the stores' teams in MongoDB; what is not here yet is asked for once. */
public final class MongoTeams implements Teams {

    private final MongoCollection<Document> documents;
    private final Function<String, Optional<Team>> stores;
    private final Documents<Team> mapping = Documents.of(Team.class);

    public MongoTeams(MongoCollection<Document> documents, Function<String, Optional<Team>> stores) {
        this.documents = documents;
        this.stores = stores;
    }

    @Override
    public Optional<Team> find(String storeId) {
        return Optional.ofNullable(documents.find(eq("_id", storeId)).first())
                .map(mapping::read)
                .or(() -> {
                    var asked = stores.apply(storeId);
                    asked.ifPresent(this::learn);
                    return asked;
                });
    }

    @Override
    public void learn(Team team) {
        MongoRecords.keepNewer(documents, mapping.write(team));
    }
}
