package shop.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.Page;
import shop.platform.testing.Client;
import shop.platform.testing.Client.Reply;

/** Walking through a list, while others change it and some try what they shouldn't. */
class CursorsTest {

    private final NavigableSet<String> names = new ConcurrentSkipListSet<>();
    private final Javalin server = WebFixture.server(List.of(this::routes)).start(0);
    private final Client anyone = new Client(server.port(), "");

    private List<Route> routes() {
        return List.of(list("/boxes"), list("/crates"));
    }

    private Route list(String path) {
        return Route.get(path, this::list)
                .by(Role.PUBLIC)
                .says("List names")
                .query("colour", "for show")
                .query("size", "for show")
                .lists(String.class);
    }

    private void list(Context ctx) {
        var wanted = Http.page(ctx);
        var from = wanted.after().map(after -> names.tailSet(after, false)).orElse(names);
        var page = from.stream().limit(wanted.limit()).toList();
        var more = from.size() > page.size();
        Http.answer(ctx, new Page<>(page, more ? Optional.of(page.getLast()) : Optional.empty()));
    }

    @AfterEach
    void stop() {
        Client.hangUp();
        server.stop();
    }

    private void fill(int many) {
        IntStream.range(0, many).mapToObj("box %03d ä&=/?"::formatted).forEach(names::add);
    }

    private static List<String> items(Reply reply) {
        return reply.body()
                .path("items")
                .valueStream()
                .map(each -> each.asString())
                .toList();
    }

    private String second(String url) {
        return URLEncoder.encode(anyone.get(url).text("next"), UTF_8);
    }

    @Test
    void linksLeadThroughAllOfIt() {
        fill(25);
        var found = new ArrayList<String>();
        var url = "/boxes?colour=a%26b&limit=10";
        for (int pages = 0; pages < 3; pages++) {
            var reply = anyone.get(url);
            found.addAll(items(reply));
            if (pages == 2) {
                assertThat(reply.body().path("next").isNull()).isTrue();
                assertThat(reply.header("Link")).isEmpty();
            } else {
                assertThat(reply.header("Link"))
                        .matches("<[^>]+>; rel=\"next\"")
                        .contains("colour=a%26b", "limit=10");
                url = reply.header("Link").replaceFirst("<([^>]+)>.*", "$1");
            }
        }
        assertThat(found).containsExactlyElementsOf(names);
    }

    @Test
    void whoeverComesAndGoesMeanwhileMovesNobodyElse() {
        fill(20);
        var first = anyone.get("/boxes?limit=10");
        names.remove(items(first).getLast()); // even the one the cursor points at
        names.remove(items(first).getFirst());
        names.add("a newcomer in front");
        names.add("zuletzt");

        var second = anyone.get("/boxes?limit=100&cursor=" + URLEncoder.encode(first.text("next"), UTF_8));

        assertThat(items(second)).hasSize(11).contains("zuletzt").doesNotContainAnyElementsOf(items(first));
    }

    @Test
    void aCursorIsGoodForItsListOnlyWhateverTheLimit() {
        fill(20);
        var cursor = second("/boxes?colour=red&size=1&limit=5");

        assertThat(anyone.get("/boxes?limit=7&size=1&colour=red&cursor=" + cursor)
                        .status())
                .isEqualTo(200);
        for (var other : List.of(
                "/crates?colour=red&size=1", "/boxes?colour=blue&size=1", "/boxes?colour=red", "/boxes?limit=5")) {
            assertThat(anyone.get(other + "&cursor=" + cursor).text("code"))
                    .as(other)
                    .isEqualTo("invalid_cursor");
        }
    }

    @Test
    void aCursorThatWasTamperedWithIsNoticed() {
        fill(20);
        var cursor = anyone.get("/boxes?limit=5").text("next");

        for (int at = 0; at < cursor.length(); at++) {
            var other = cursor.charAt(at) == 'A' ? 'B' : 'A';
            var tampered = cursor.substring(0, at) + other + cursor.substring(at + 1);
            assertRefused(tampered);
        }
        for (var bad : List.of("", "A", "!!", cursor + "A", cursor.substring(1), "%00", "a".repeat(999)))
            assertRefused(bad);
    }

    private void assertRefused(String cursor) {
        var reply = anyone.get("/boxes?cursor=" + cursor);
        assertThat(reply.status()).as(cursor).isEqualTo(400);
        assertThat(reply.text("code")).as(cursor).isIn("invalid_cursor", "invalid_parameter");
    }
}
