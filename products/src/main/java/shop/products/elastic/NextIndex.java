package shop.products.elastic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import shop.platform.json.Json;

/**
 * An index being filled, behind an alias of its own until it takes the place of the one that is searched.
 *
 * @param id sorts after those of earlier ones
 */
record NextIndex(Elastic elastic, String alias, String id) {

    private static final String ID = "-[0-9a-z]{26}";

    String name() {
        return alias + "-" + id;
    }

    String filling() {
        return name() + "-filling";
    }

    void create() {
        elastic.ask("PUT", "/" + name(), settings());
        aliases(List.of(add(filling())));
    }

    private static String settings() {
        try (var file = requireNonNull(NextIndex.class.getResourceAsStream("index.json"))) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All at once: no search sees both, or none. Then what nobody searches any more goes, or was left half full. */
    void swap() {
        elastic.ask("POST", "/" + name() + "/_refresh", "");
        var before = Map.of("remove", Map.of("index", alias + "-*", "alias", alias, "must_exist", false));
        var own = Map.of("remove", Map.of("index", name(), "alias", filling()));
        aliases(List.of(before, add(alias), own));
        var all = elastic.ask("GET", "/" + alias + "-*/_alias", "");
        for (var each : all.propertyNames()) {
            if (isEarlier(each) && !all.path(each).path("aliases").has(alias)) elastic.find("DELETE", "/" + each, "");
        }
    }

    private boolean isEarlier(String other) {
        return other.substring(alias.length()).matches(ID) && other.compareTo(name()) < 0;
    }

    private void aliases(List<Object> actions) {
        elastic.ask("POST", "/_aliases", Json.TOLERANT.writeValueAsString(Map.of("actions", actions)));
    }

    private Object add(String to) {
        return Map.of("add", Map.of("index", name(), "alias", to));
    }
}
