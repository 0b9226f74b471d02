package shop.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shop.platform.testing.TestElastic;

class EmbeddedElasticTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    /** Starts a node, says where, and waits to be killed. */
    static final class Owner {

        private Owner() {}

        static void main(String[] args) throws Exception {
            Victim.say(EmbeddedElastic.start(Path.of(args[0]), 0).url());
            System.in.read();
        }
    }

    @Test
    void textIsTakenApartAsOnARealServer() throws Exception {
        var index = TestElastic.url() + "/test-analysis";
        send("PUT", index, """
                {"settings": {"analysis": {
                  "char_filter": {"signs": {"type": "mapping", "mappings": ["& => and"]}},
                  "filter": {
                    "english_stem": {"type": "stemmer", "language": "light_english"},
                    "alike": {"type": "synonym_graph", "synonyms": ["sneaker, running shoe", "tv => television"]},
                    "prefixes": {"type": "edge_ngram", "min_gram": 2, "max_gram": 4}
                  },
                  "normalizer": {"key": {"type": "custom", "filter": ["lowercase", "asciifolding"]}},
                  "analyzer": {
                    "text": {"tokenizer": "standard", "char_filter": ["html_strip", "signs"],
                             "filter": ["lowercase", "asciifolding", "english_stem"]},
                    "search": {"tokenizer": "standard", "filter": ["lowercase", "alike"]},
                    "prefix": {"tokenizer": "standard", "filter": ["lowercase", "prefixes"]}
                  }}}}""");

        assertThat(tokens(index, "analyzer", "text", "<b>Crème</b> & Shoes")).isEqualTo("creme and shoe");
        assertThat(tokens(index, "analyzer", "search", "TV")).isEqualTo("television");
        assertThat(tokens(index, "analyzer", "search", "sneaker")).contains("running", "shoe");
        assertThat(tokens(index, "analyzer", "prefix", "shoes")).isEqualTo("sh sho shoe");
        assertThat(tokens(index, "normalizer", "key", "CRÈME")).isEqualTo("creme");
        assertThat(tokens(index, "analyzer", "english", "the shoes")).isEqualTo("shoe");
        send("DELETE", index, "");
    }

    @Test
    void whatIsKeptSurvivesTheEndAndAKill() throws Exception {
        try (var elastic = EmbeddedElastic.start(folder, 0)) {
            send("PUT", elastic.url() + "/things/_doc/1?refresh=true", "{\"name\": \"kite\"}");
        }
        try (var elastic = EmbeddedElastic.start(folder, 0)) {
            assertThat(send("GET", elastic.url() + "/things/_doc/1", "")).contains("kite");
            send("PUT", elastic.url() + "/things/_doc/2", "{\"name\": \"ball\"}");
            ProcessHandle.current()
                    .children()
                    .filter(child -> child.info().commandLine().orElse("").contains(folder.toString()))
                    .forEach(ProcessHandle::destroyForcibly);
        }
        try (var elastic = EmbeddedElastic.start(folder, 0)) {
            await().untilAsserted(() -> assertThat(send("GET", elastic.url() + "/things/_doc/2", ""))
                    .contains("ball"));
        }
    }

    @Test
    void itEndsWithItsOwnerEvenWhenThatIsKilled() throws Exception {
        var owner = Victim.run(Owner.class, folder);
        var url = owner.line();
        assertThat(send("GET", url, "")).contains("7.17");

        owner.killedAfter(0);

        await().untilAsserted(
                        () -> assertThatThrownBy(() -> send("GET", url, "")).isInstanceOf(ConnectException.class));
    }

    @Test
    void aTakenPortIsNamed() throws IOException {
        try (var socket = new ServerSocket()) {
            socket.bind(Loopback.socketAt(0));
            int port = socket.getLocalPort();
            assertThatThrownBy(() -> EmbeddedElastic.start(folder, port))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Elasticsearch does not start: port " + port + " of 127.0.0.1 is taken");
        }
    }

    private static String tokens(String index, String kind, String name, String text) throws Exception {
        var reply = send("POST", index + "/_analyze", "{\"%s\": \"%s\", \"text\": \"%s\"}".formatted(kind, name, text));
        return Pattern.compile("\"token\":\"([^\"]*)\"")
                .matcher(reply)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.joining(" "));
    }

    private static String send(String method, String url, String json) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json));
        return HTTP.send(request.build(), BodyHandlers.ofString()).body();
    }
}
