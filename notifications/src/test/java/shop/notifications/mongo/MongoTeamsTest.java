package shop.notifications.mongo;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterEach;
import shop.notifications.domain.Teams;
import shop.notifications.domain.TeamsContract;
import shop.platform.testing.TestMongo;

class MongoTeamsTest extends TeamsContract {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final Teams teams = new MongoTeams(database);

    @AfterEach
    void drop() {
        database.drop();
    }

    @Override
    protected Teams teams() {
        return teams;
    }
}
