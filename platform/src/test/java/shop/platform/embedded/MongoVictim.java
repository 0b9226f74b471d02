package shop.platform.embedded;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import org.bson.Document;

/** Many writers on one kept database; says {@code <writer> <number>} when a document of that number is inserted. */
final class MongoVictim {

    static final int WRITERS = 8;

    private MongoVictim() {}

    static void main(String[] args) {
        var mongo = EmbeddedMongo.start(Path.of(args[0]), 0);
        var things = MongoClients.create(mongo.uri()).getDatabase("victim").getCollection("things");
        things.createIndex(Indexes.ascending("name"), new IndexOptions().unique(true));
        for (int i = 0; i < WRITERS; i++) {
            int writer = i;
            Thread.ofPlatform().start(() -> write(things, writer));
        }
    }

    static Document thing(int writer, long number) {
        return new Document("writer", writer).append("number", number).append("name", writer + "-" + number);
    }

    private static void write(MongoCollection<Document> things, int writer) {
        for (long number = things.countDocuments(Filters.eq("writer", writer)); ; number++) {
            things.insertOne(thing(writer, number));
            Victim.say(writer + " " + number);
            things.updateOne(Filters.eq("name", writer + "-" + number), Updates.push("notes", "x".repeat(500)));
        }
    }
}
