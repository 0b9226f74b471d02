package shop.platform.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A request no honest client sends, as bytes, and how it may be answered.
 *
 * @param statuses any of these will do: which of two faults is noticed first is nobody's business
 */
public record Nuisance(String name, byte[] request, Set<Integer> statuses) {

    /**
     * Where to send them.
     *
     * @param token whose bearer may use both routes; empty for nobody's
     * @param method of a route that takes a JSON object
     * @param body the path of that route, without a query
     * @param read the path of a route to GET, without a query
     */
    public record Target(String token, String method, String body, String read) {}

    private static final int TEN_MEGABYTES = 10 << 20;

    /** All of them. */
    public static List<Nuisance> against(Target target) {
        var all = new ArrayList<Nuisance>();
        var table = new Table(target, all);
        table.bodies();
        table.lengths();
        table.heads();
        table.paths();
        table.queries();
        table.methods();
        return all;
    }

    /** Sends it, and says what is wrong with the answer; nothing when all is well. */
    public List<String> faults(Wire wire) {
        var faults = new ArrayList<String>();
        try {
            var answer = wire.send(request);
            if (!statuses.contains(answer.status())) faults.add("status " + answer.status() + " " + answer.body());
            if (!answer.header("Content-Type").equals("application/problem+json")) faults.add("no problem: " + answer);
            else if (!answer.header("X-Request-Id")
                    .equals(answer.json().path("requestId").asString())) {
                faults.add("two request ids");
            }
            if (answer.body().matches("(?s).*(Exception|\\bat (shop|org|io|java)\\.|<html).*"))
                faults.add("too much said");
            if (answer.json().path("code").asString().isEmpty()) faults.add("no code");
            if (answer.json().path("status").asInt() != answer.status()) faults.add("two statuses");
            if (!answer.header("X-Evil").isEmpty()) faults.add("a header of the caller's making");
            if (!answer.header("X-Request-Id").matches("req_[0-9a-z]{26}")) faults.add("a forged request id");
            if (answer.status() == 405 && answer.header("Allow").isEmpty()) faults.add("no Allow");
        } catch (RuntimeException e) {
            faults.add(e.toString());
        }
        return faults.stream()
                .map(fault -> name.substring(0, Math.min(40, name.length())) + ": " + fault)
                .toList();
    }

    private record Table(Target target, List<Nuisance> all) {

        private String head() {
            var token = target.token().isEmpty() ? "" : "Authorization: Bearer " + target.token() + "\r\n";
            return " HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n" + token;
        }

        private String post() {
            return target.method() + " " + target.body() + head() + "Idempotency-Key: nuisance-" + all.size()
                    + "\r\nIf-Match: \"1\"\r\n";
        }

        private void add(String name, String request, Integer... statuses) {
            all.add(new Nuisance(name, request.getBytes(ISO_8859_1), Set.of(statuses)));
        }

        private void body(String name, String type, String body, Integer... statuses) {
            add(name, post() + type + "Content-Length: " + body.length() + "\r\n\r\n" + body, statuses);
        }

        private void json(String name, String body, Integer... statuses) {
            body(name, "Content-Type: application/json\r\n", body, statuses);
        }

        private void framed(String name, String framing, String body, Integer... statuses) {
            add(name, post() + "Content-Type: application/json\r\n" + framing + "\r\n\r\n" + body, statuses);
        }

        private void get(String name, String path, Integer... statuses) {
            add(name, "GET " + path + head() + "\r\n", statuses);
        }

        private void header(String name, String header, Integer... statuses) {
            add(name, "GET " + target.read() + head() + header + "\r\n\r\n", statuses);
        }

        void bodies() {
            json("bytes that are no UTF-8", "{\"a\":\"\u00c3(\"}", 400);
            json("overlong UTF-8", "{\"a\":\"\u00c0\u00af\"}", 400);
            json("a surrogate in UTF-8", "{\"a\":\"\u00ed\u00a0\u0080\"}", 400);
            json("UTF-16", new String("{\"a\":1}".getBytes(UTF_16LE), ISO_8859_1), 400);
            json("NUL", "{\"a\":\"\u0000\"}", 400);
            json("NUL, escaped", "{\"\\u0000\":\"\\u0000\"}", 422);
            json("half a surrogate pair, escaped", "{\"\\ud800\":\"\\ud800\"}", 400, 422);
            json("ten megabytes", "{\"a\":\"" + "x".repeat(TEN_MEGABYTES) + "\"}", 413);
            json("ten thousand arrays", "[".repeat(10_000) + "]".repeat(10_000), 400, 422);
            json("ten thousand objects", "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000), 400, 422);
            json("a key twice", "{\"a\":1,\"a\":2}", 400, 422);
            json("half an object", "{\"a\":", 400, 422);
            json("two objects", "{} {}", 400, 422);
            json("a number without end", "{\"a\":" + "9".repeat(10_000) + "}", 400, 422);
            json("a number without bounds", "{\"a\":1e999999999}", 400, 422);
            json("a name without end", "{\"" + "a".repeat(10_000) + "\":1}", 400, 422);
            json("NaN", "{\"a\":NaN}", 400, 422);
            json("a comment", "{/* a */}", 400, 422);
            body("XML", "Content-Type: text/xml\r\n", "<a/>", 415);
            body("a form", "Content-Type: application/x-www-form-urlencoded\r\n", "a=1", 415);
            body("no type", "", "{}", 415);
            body("a broken type", "Content-Type: json;;;=\r\n", "{}", 415);
            body("another charset", "Content-Type: application/json; charset=utf-16\r\n", "{}", 415);
            body("compressed", "Content-Type: application/json\r\nContent-Encoding: gzip\r\n", "\u001f\u008b", 415);
        }

        void lengths() {
            framed("less than declared", "Content-Length: 40", "{}", 400);
            framed("far more declared", "Content-Length: " + TEN_MEGABYTES, "{}", 413);
            framed("a negative length", "Content-Length: -5", "{}", 400);
            framed("a length in words", "Content-Length: two", "{}", 400);
            framed("an endless length", "Content-Length: 99999999999999999999", "{}", 400);
            framed("two lengths", "Content-Length: 2\r\nContent-Length: 3", "{}", 400);
            framed(
                    "chunks and a length",
                    "Content-Length: 2\r\nTransfer-Encoding: chunked",
                    "2\r\n{}\r\n0\r\n\r\n",
                    400);
            framed("a chunk of no size", "Transfer-Encoding: chunked", "zz\r\n{}\r\n0\r\n\r\n", 400);
            framed("half a chunk", "Transfer-Encoding: chunked", "ff\r\n{}", 400);
            var large = "200000\r\n" + " ".repeat(0x200000) + "\r\n0\r\n\r\n";
            framed("chunks over the limit", "Transfer-Encoding: chunked", large, 413);
            framed("a length with a sign", "Content-Length: +2", "{}", 400);
            framed("a length in hex", "Content-Length: 0x2", "{}", 400);
            framed("two lengths in one", "Content-Length: 2, 3", "{}", 400);
            framed("a space before the colon", "Content-Length : 2", "{}", 400);
            framed("a chunk of less than nothing", "Transfer-Encoding: chunked", "-1\r\n{}\r\n0\r\n\r\n", 400);
            framed("chunked twice", "Transfer-Encoding: chunked, chunked", "2\r\n{}\r\n0\r\n\r\n", 400, 501);
            framed("chunked, or so", "Transfer-Encoding: xchunked", "2\r\n{}\r\n0\r\n\r\n", 400, 501);
            framed("chunked, then something else", "Transfer-Encoding: chunked, identity", "0\r\n\r\n", 400, 501);
            framed("another transfer coding", "Transfer-Encoding: gzip", "{}", 400, 501);
        }

        void heads() {
            add("no host", "GET " + target.read() + " HTTP/1.1\r\nConnection: close\r\n\r\n", 400);
            add("another version", "GET " + target.read() + " HTTP/9.9\r\nHost: shop\r\n\r\n", 505);
            add("no HTTP at all", "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n", 400);
            add("two hosts", "GET " + target.read() + head() + "Host: elsewhere\r\n\r\n", 400);
            add("an older version", "GET " + target.read() + " HTTP/0.9\r\n\r\n", 400, 505);
            add("a request line of one word", "GET\r\n\r\n", 400);
            add("a request line of five", "GET " + target.read() + " a b HTTP/1.1\r\nHost: shop\r\n\r\n", 400);
            add("another protocol's preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400, 405, 426, 505);
            header("NUL in a header", "X-A: a\u0000b", 400);
            header("CR in a header", "X-A: a\rX-Evil: 1", 400);
            header("a header over two lines", "X-A: a\r\n b", 400);
            header("a header without a colon", "X-A", 400);
            header("a header with a space in its name", "X A: a", 400);
            header("a long header", "X-A: " + "a".repeat(20_000), 431);
            header("many headers", "X-A: a\r\n".repeat(2_000) + "X-B: b", 431);
            header("an unknown expectation", "Expect: miracles", 417);
        }

        void paths() {
            get("a path without end", target.read() + "/" + "a".repeat(20_000), 414);
            for (var bad : List.of("%zz", "%4", "%c3%28", "%ed%a0%80", "%00", "\u00e4")) {
                get("the path " + bad, target.read() + "/" + bad, 400);
            }
            for (var bad : List.of("%c0%af", "%c0%ae%c0%ae", "%e0%80%af", "%f0%80%80%af", "%u002e", "\\")) {
                get("the path " + bad, target.read() + "/" + bad, 400, 404);
            }
            for (var bad : List.of("/..", "/../..", "/%2e%2e", "/..%2f..", "//.", "/.%00.")) {
                get("the path upwards " + bad, bad + "/etc/passwd", 400, 404);
            }
            get("somebody else's path", "http://elsewhere" + target.read(), 400);
            get("a path upwards", target.read() + "/%2e%2e/%2e%2e/etc/passwd", 400, 404);
        }

        void queries() {
            var parameters =
                    Stream.of("undeclared=1", "a=%zz", "a=%4", "limit=%c3%28", "a=%ed%a0%80", "a=%00", "=", "&&");
            Stream.concat(parameters, Stream.of("x&".repeat(2_000)))
                    .forEach(bad -> get("the query " + bad, target.read() + "?" + bad, 400));
        }

        void methods() {
            add("a tunnel", "CONNECT elsewhere:443" + head() + "\r\n", 400, 404, 405);
            add("the options of everything", "OPTIONS *" + head() + "\r\n", 400, 404, 405);
            for (var method : List.of("TRACE", "PROPFIND", "get", "OPTIONS")) {
                add("the method " + method, method + " " + target.read() + head() + "\r\n", 405);
            }
            for (var id : List.of("a\"b<i>", "a%0d%0aX-Evil:1", "a".repeat(65))) {
                add("the request id " + id, "GET /no/such/path" + head() + "X-Request-Id: " + id + "\r\n\r\n", 404);
            }
        }
    }
}
