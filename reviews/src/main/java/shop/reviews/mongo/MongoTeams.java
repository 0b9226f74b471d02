package shop.reviews.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
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
        var first = combine(
                setOnInsert("ownerId", team.ownerId()),
                setOnInsert("staffIds", team.staffIds()),
                setOnInsert("sequence", team.sequence()));
        MongoRecords.upserting(
                () -> documents.updateOne(eq("_id", team.id()), first, new UpdateOptions().upsert(true)));
        documents.updateOne(
                and(eq("_id", team.id()), lt("sequence", team.sequence())),
                combine(
                        set("ownerId", team.ownerId()),
                        set("staffIds", team.staffIds()),
                        set("sequence", team.sequence())));
    }
}
