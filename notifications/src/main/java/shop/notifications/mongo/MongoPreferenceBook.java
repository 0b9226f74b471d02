package shop.notifications.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bson.Document;
import shop.notifications.domain.PreferenceBook;
import shop.notifications.domain.Preferences;
import shop.platform.mongo.Documents;
import shop.platform.mongo.MongoRecords;

/** Preferences and languages in MongoDB, a document a person each. */
public final class MongoPreferenceBook implements PreferenceBook {

    private final MongoCollection<Document> preferences;
    private final MongoCollection<Document> people;
    private final Documents<Preferences> mapping = Documents.of(Preferences.class);

    public MongoPreferenceBook(MongoDatabase database) {
        preferences = database.getCollection("preferences");
        people = database.getCollection("people");
    }

    @Override
    public Preferences find(String userId) {
        return Optional.ofNullable(preferences.find(eq("_id", userId)).first())
                .map(mapping::read)
                .orElseGet(() -> Preferences.usual(userId));
    }

    @Override
    public void keep(Preferences wanted) {
        MongoRecords.upserting(() -> preferences.replaceOne(
                eq("_id", wanted.id()), mapping.write(wanted), new ReplaceOptions().upsert(true)));
    }

    @Override
    public List<Reader> readers(List<String> userIds) {
        var wishes = new HashMap<String, Preferences>();
        for (var found : preferences.find(in("_id", userIds)).map(mapping::read)) wishes.put(found.id(), found);
        var locales = new HashMap<String, Locale>();
        for (var found : people.find(in("_id", userIds))) {
            locales.put(found.getString("_id"), Locale.forLanguageTag(found.getString("locale")));
        }
        return userIds.stream()
                .map(id -> new Reader(
                        wishes.getOrDefault(id, Preferences.usual(id)), locales.getOrDefault(id, Locale.ENGLISH)))
                .toList();
    }

    @Override
    public void speaks(String userId, Locale locale, int sequence) {
        MongoRecords.keepNewer(
                people,
                new Document("_id", userId)
                        .append("locale", locale.toLanguageTag())
                        .append("sequence", sequence));
    }

    @Override
    public void forget(String userId) {
        preferences.deleteOne(eq("_id", userId));
        people.deleteOne(eq("_id", userId));
    }
}
