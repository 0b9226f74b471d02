package shop.notifications.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
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
    public Locale locale(String userId) {
        var known = people.find(eq("_id", userId)).first();
        return known == null ? Locale.ENGLISH : Locale.forLanguageTag(known.getString("locale"));
    }

    @Override
    public void speaks(String userId, Locale locale, int sequence) {
        var tag = locale.toLanguageTag();
        MongoRecords.upserting(() -> people.updateOne(
                eq("_id", userId),
                combine(setOnInsert("locale", tag), setOnInsert("sequence", sequence)),
                new UpdateOptions().upsert(true)));
        people.updateOne(
                and(eq("_id", userId), lt("sequence", sequence)),
                combine(set("locale", tag), set("sequence", sequence)));
    }

    @Override
    public void forget(String userId) {
        preferences.deleteOne(eq("_id", userId));
        people.deleteOne(eq("_id", userId));
    }
}
