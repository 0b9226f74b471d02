package shop.reviews.mongo;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterEach;
import shop.platform.testing.TestMongo;
import shop.reviews.domain.Archive;
import shop.reviews.domain.ArchiveContract;

class MongoArchiveTest extends ArchiveContract {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final Archive archive = new MongoArchive(database.getCollection("archive"));

    @AfterEach
    void drop() {
        database.drop();
    }

    @Override
    protected Archive archive() {
        return archive;
    }
}
