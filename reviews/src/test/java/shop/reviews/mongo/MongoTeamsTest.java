package shop.reviews.mongo;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterEach;
import shop.platform.testing.TestMongo;
import shop.reviews.domain.Teams;
import shop.reviews.domain.TeamsContract;

class MongoTeamsTest extends TeamsContract {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final Teams teams = new MongoTeams(database.getCollection("teams"), stores);

    @AfterEach
    void drop() {
        database.drop();
    }

    @Override
    protected Teams teams() {
        return teams;
    }
}
