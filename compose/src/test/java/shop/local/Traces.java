package shop.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.Range;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bson.Document;
import shop.platform.testing.TestElastic;
import shop.platform.testing.TestMongo;
import shop.platform.testing.TestRedis;

/** Looks for texts, and for what hashing makes of them, in everything that all services keep anywhere. */
final class Traces {

    private final String prefix;
    private final List<String> texts;

    /**
     * Of somebody in one shop.
     *
     * @param prefix of the shop's databases and of its search index
     */
    Traces(String prefix, List<String> texts) {
        this.prefix = prefix;
        this.texts = texts.stream()
                .flatMap(Traces::forms)
                .map(form -> form.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Stream<String> forms(String text) {
        var hash = sha256(text);
        var base64 = Base64.getUrlEncoder().withoutPadding();
        return Stream.of(
                text,
                base64.encodeToString(text.getBytes(UTF_8)),
                base64.encodeToString(hash),
                HexFormat.of().formatHex(hash));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where they are: {@code orders.orders: main street 1}. */
    Set<String> found() {
        var found = new TreeSet<String>();
        for (var name : TestMongo.CLIENT.listDatabaseNames()) {
            if (name.startsWith(prefix)) look(name, found);
        }
        lookInRedis(found);
        look("elasticsearch", search(), found);
        return found;
    }

    private void look(String name, Set<String> found) {
        var database = TestMongo.CLIENT.getDatabase(name);
        for (var collection : database.listCollectionNames()) {
            for (Document document : database.getCollection(collection).find()) {
                look(name.substring(prefix.length()) + "." + collection, document.toJson(), found);
            }
        }
    }

    private void lookInRedis(Set<String> found) {
        var commands = TestRedis.redis().connection().sync();
        for (var key : commands.keys("*")) look("redis", key + " " + value(commands, key), found);
    }

    private static Object value(RedisCommands<String, String> commands, String key) {
        return switch (commands.type(key)) {
            case "string" -> commands.get(key);
            case "hash" -> commands.hgetall(key);
            case "list" -> commands.lrange(key, 0, -1);
            case "set" -> commands.smembers(key);
            case "zset" -> commands.zrange(key, 0, -1);
            case "stream" -> commands.xrange(key, Range.unbounded());
            default -> ""; // gone meanwhile
        };
    }

    private String search() {
        var index = URI.create(TestElastic.url() + "/" + prefix.toLowerCase(Locale.ROOT) + "*/_search?size=1000");
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(index).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void look(String place, Object content, Set<String> found) {
        var text = String.valueOf(content).toLowerCase(Locale.ROOT);
        texts.stream().filter(text::contains).forEach(each -> found.add(place + ": " + each));
    }
}
