package shop.platform.security;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static shop.platform.security.ForgedTokens.ANN;
import static shop.platform.security.ForgedTokens.AUTH;
import static shop.platform.security.ForgedTokens.HEADER;
import static shop.platform.security.ForgedTokens.NOW;
import static shop.platform.security.ForgedTokens.SIBLING;
import static shop.platform.security.ForgedTokens.THIEF;
import static shop.platform.security.ForgedTokens.base64;
import static shop.platform.security.ForgedTokens.claims;
import static shop.platform.security.ForgedTokens.hmac;
import static shop.platform.security.ForgedTokens.pem;
import static shop.platform.security.ForgedTokens.sealed;
import static shop.platform.security.ForgedTokens.signed;
import static shop.platform.testing.TestPlatform.NOON;

import com.sun.net.httpserver.HttpServer;
import io.jsonwebtoken.security.Jwks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import shop.platform.http.Principal;
import shop.platform.http.Role;
import shop.platform.testing.TestClock;

/** Each attack differs in one thing from a token that is good; after Wycheproof's tables and RFC 8725. */
class TokenAttacksTest {

    private final AtomicInteger fetches = new AtomicInteger();
    private final TestClock clock = new TestClock(NOON);
    private final AccessTokens tokens =
            new AccessTokens(new KeySet(this::jwks, clock), "https://shop/auth", new Watched(), clock);

    private record Watched() implements Revocations {

        @Override
        public boolean revoked(String sessionId) {
            return sessionId.equals("ses_ended");
        }

        @Override
        public void revoke(String sessionId) {
            throw new IllegalStateException("verifying revokes nothing");
        }
    }

    private String jwks() {
        fetches.incrementAndGet();
        var key =
                Jwks.builder().key((RSAPublicKey) AUTH.getPublic()).id("key-1").build();
        return "{\"keys\": [" + Jwks.json(key) + "]}";
    }

    private static Arguments attack(String name, String token) {
        return Arguments.of(name, token);
    }

    static Stream<Arguments> algorithms() {
        var modulus = ((RSAPublicKey) AUTH.getPublic()).getModulus().toByteArray();
        var none = Stream.of("none", "None", "NONE", "nOnE", "")
                .flatMap(alg -> Stream.of(
                        attack("alg " + alg, base64("{\"alg\":\"" + alg + "\"}") + "." + base64(ANN) + "."),
                        attack("alg " + alg + ", signed", signed(alg(alg), ANN))));
        var others = Stream.of("rs256", "RS384", "PS256", "ES256", "EdDSA", "RSA-OAEP", "HS256")
                .map(alg -> attack("alg " + alg, signed(alg(alg), ANN)));
        return Stream.of(
                        none,
                        others,
                        Stream.of(
                                attack(
                                        "HS256 with the key's bytes",
                                        hmac(AUTH.getPublic().getEncoded())),
                                attack("HS256 with the key's PEM", hmac(pem().getBytes(US_ASCII))),
                                attack("HS256 with the modulus", hmac(modulus)),
                                attack("HS256 with nothing", hmac(new byte[] {0})),
                                attack("RS512", signed(alg("RS512"), ANN, AUTH.getPrivate(), "SHA512withRSA")),
                                attack("SHA-1", signed(HEADER, ANN, AUTH.getPrivate(), "SHA1withRSA")),
                                attack("no alg", signed("{\"kid\":\"key-1\"}", ANN)),
                                attack("alg null", signed("{\"alg\":null,\"kid\":\"key-1\"}", ANN)),
                                attack("alg a list", signed("{\"alg\":[\"RS256\"],\"kid\":\"key-1\"}", ANN))))
                .flatMap(all -> all);
    }

    private static String alg(String name) {
        return "{\"alg\":\"" + name + "\",\"kid\":\"key-1\"}";
    }

    private static String header(String more) {
        return "{\"alg\":\"RS256\",\"kid\":\"key-1\"," + more + "}";
    }

    static Stream<Arguments> keys() {
        var own = Jwks.json(
                Jwks.builder().key((RSAPublicKey) THIEF.getPublic()).id("key-1").build());
        return Stream.of(
                attack("another's signature", byThief(HEADER)),
                attack("no kid", signed("{\"alg\":\"RS256\"}", ANN)),
                attack("empty kid", signed("{\"alg\":\"RS256\",\"kid\":\"\"}", ANN)),
                attack("wrong kid", signed("{\"alg\":\"RS256\",\"kid\":\"key-2\"}", ANN)),
                attack("kid a number", signed("{\"alg\":\"RS256\",\"kid\":1}", ANN)),
                attack("kid a path", signed("{\"alg\":\"RS256\",\"kid\":\"../../dev/null\"}", ANN)),
                attack("jwk of one's own", byThief(header("\"jwk\":" + own))),
                attack("jku of one's own", byThief(header("\"jku\":\"http://127.0.0.1:1/keys\""))),
                attack("x5u of one's own", byThief(header("\"x5u\":\"http://127.0.0.1:1/cert\""))),
                attack("x5c of one's own", byThief(header("\"x5c\":[\"AAAA\"]"))));
    }

    private static String byThief(String header) {
        return signed(header, ANN, THIEF.getPrivate(), "SHA256withRSA");
    }

    static Stream<Arguments> headers() {
        return Stream.of(
                attack("kid twice", signed(header("\"kid\":\"key-1\""), ANN)),
                attack("alg twice", signed(header("\"alg\":\"none\""), ANN)),
                attack("alg twice, the good one last", signed("{\"alg\":\"none\"," + HEADER.substring(1), ANN)),
                attack("crit unknown", signed(header("\"crit\":[\"exp-v2\"],\"exp-v2\":1"), ANN)),
                attack("crit missing what it names", signed(header("\"crit\":[\"b64\"]"), ANN)),
                attack("b64 false", signed(header("\"crit\":[\"b64\"],\"b64\":false"), ANN)),
                attack("zipped", signed(header("\"zip\":\"DEF\""), ANN)),
                attack("no JSON", signed("RS256", ANN)),
                attack("a list", signed("[" + HEADER + "]", ANN)),
                attack("more after it", signed(HEADER + "{}", ANN)),
                attack("a comment", signed("/**/" + HEADER, ANN)),
                attack("single quotes", signed(HEADER.replace('"', '\''), ANN)));
    }

    static Stream<Arguments> statements() {
        return Stream.of(
                attack("sub twice", more(",\"sub\":\"usr_root\"")),
                attack("exp twice", more(",\"exp\":" + (NOW + 6000))),
                attack("roles twice", more(",\"roles\":[\"admin\"]")),
                attack("roles a text", without("\"roles\":[\"customer\"]", "\"roles\":\"admin\"")),
                attack("roles an object", without("\"roles\":[\"customer\"]", "\"roles\":{\"admin\":true}")),
                attack("no iss", without("\"iss\":\"https://shop/auth\",", "")),
                attack("wrong iss", without("https://shop/auth", "https://shop/auth/")),
                attack("iss a list", without("\"https://shop/auth\"", "[\"https://shop/auth\"]")),
                attack("no sub", without("\"sub\":\"usr_ann\",", "")),
                attack("empty sub", without("usr_ann", "")),
                attack("sub a number", without("\"usr_ann\"", "7")),
                attack("sub null", without("\"usr_ann\"", "null")),
                attack("no sid", without("\"sid\":\"ses_1\",", "")),
                attack("an ended session", without("ses_1", "ses_ended")),
                attack("sid a number", without("\"ses_1\"", "1")),
                attack("no aud", without("\"aud\":\"shop\",", "")),
                attack("aud of another", signed(HEADER, claims("\"bank\"", NOW + 600, ""))),
                attack("aud a prefix", signed(HEADER, claims("\"shop-\"", NOW + 600, ""))),
                attack("aud in capitals", signed(HEADER, claims("\"SHOP\"", NOW + 600, ""))),
                attack("aud two, one ours", signed(HEADER, claims("[\"shop\",\"bank\"]", NOW + 600, ""))),
                attack(
                        "aud of people and siblings",
                        signed(HEADER, claims("[\"shop\",\"shop-internal\"]", NOW + 600, ""))),
                attack("aud empty", signed(HEADER, claims("[]", NOW + 600, ""))),
                attack("aud an object", signed(HEADER, claims("{\"shop\":1}", NOW + 600, ""))),
                attack("no exp", without(",\"exp\":" + (NOW + 600), "")),
                attack("exp a text", without(Long.toString(NOW + 600), "\"" + (NOW + 600) + "\"")),
                attack("exp a date", without(Long.toString(NOW + 600), "\"2099-01-01T00:00:00Z\"")),
                attack("exp null", without(Long.toString(NOW + 600), "null")),
                attack("exp a list", without(Long.toString(NOW + 600), "[" + (NOW + 600) + "]")),
                attack("exp negative", without(Long.toString(NOW + 600), "-1")),
                attack("exp no number", without(Long.toString(NOW + 600), "NaN")),
                attack("nbf a text", more(",\"nbf\":\"0\"")),
                attack("iat a text", more(",\"iat\":\"now\"")),
                attack("nested deeply", more(",\"x\":" + "[".repeat(60) + "]".repeat(60))),
                attack("nested very deeply", more(",\"x\":" + "[".repeat(2_500) + "]".repeat(2_500))),
                attack("nested without end", more(",\"x\":" + "{\"x\":".repeat(800))),
                attack("no claims at all", signed(HEADER, "{}")),
                attack("empty", signed(HEADER, "")),
                attack("a text", signed(HEADER, "\"root\"")),
                attack("null", signed(HEADER, "null")),
                attack("NUL in it", more(",\"name\":\"An\\u0000n\"")));
    }

    private static String more(String claims) {
        return signed(HEADER, claims("\"shop\"", NOW + 600, claims));
    }

    private static String without(String good, String bad) {
        assertThat(ANN).contains(good);
        return signed(HEADER, ANN.replace(good, bad));
    }

    static Stream<Arguments> shapes() {
        var good = signed(HEADER, ANN);
        var parts = good.split("\\.");
        var padded = Base64.getUrlEncoder().encodeToString(HEADER.getBytes(UTF_8));
        return Stream.of(
                attack("nothing", ""),
                attack("dots", ".."),
                attack("many dots", ".".repeat(8_000)),
                attack("no signature", parts[0] + "." + parts[1] + "."),
                attack("two parts", parts[0] + "." + parts[1]),
                attack("four parts", good + "." + parts[2]),
                attack("five parts, as a JWE has", good + "." + parts[1] + "." + parts[2]),
                attack("no header", "." + parts[1] + "." + parts[2]),
                attack("blank at the end", good + " "),
                attack("line feed in it", parts[0] + "\n." + parts[1] + "." + parts[2]),
                attack("padding", good + "="),
                attack("padded header", sealed(padded + "." + parts[1], AUTH.getPrivate(), "SHA256withRSA")),
                attack("plain base64", good.replace('-', '+').replace('_', '/') + "+"),
                attack("no base64", parts[0] + "." + parts[1] + ".%%%%"),
                attack("in other letters", parts[0] + "." + parts[1] + "é." + parts[2]),
                attack(
                        "payload of another",
                        parts[0] + "." + base64(ANN.replace("usr_ann", "usr_root")) + "." + parts[2]),
                attack("signature of zeros", parts[0] + "." + parts[1] + "." + base64(new byte[256])),
                attack("signature too long", parts[0] + "." + parts[1] + "." + parts[2] + parts[2]),
                attack("as JSON", "{\"payload\":\"" + parts[1] + "\",\"protected\":\"" + parts[0] + "\"}"),
                attack("8 KiB and more", more(",\"x\":\"" + "x".repeat(8_000) + "\"")),
                attack("1 MB", more(",\"x\":\"" + "x".repeat(750_000) + "\"")),
                attack("1 MB of dots", ".".repeat(1_000_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"algorithms", "keys", "headers", "statements", "shapes"})
    void nobodyIsBelievedFor(String name, String token) {
        assertThat(tokens.verify(token)).as(name).isEmpty();
        assertThat(fetches).as("keys are auth's, fetched once").hasValueLessThanOrEqualTo(1);
    }

    static Stream<Arguments> harmless() {
        return Stream.of(
                attack("plain", signed(HEADER, ANN)),
                attack("aud a list of one", signed(HEADER, claims("[\"shop\"]", NOW + 600, ""))),
                attack("a claim not invented yet", more(",\"tenant\":{\"id\":7}")),
                attack("exp with a fraction", signed(HEADER, ANN.replace("" + (NOW + 600), NOW + 600 + ".5"))),
                attack("enc, which is for JWEs", signed(header("\"enc\":\"A256GCM\""), ANN)),
                attack("typ", signed(header("\"typ\":\"at+jwt\""), ANN)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    void whatIsGoodStaysGood(String name, String token) {
        assertThat(tokens.verify(token))
                .as(name)
                .contains(new Principal("usr_ann", "", "ses_1", false, Set.of(Role.CUSTOMER)));
    }

    @Test
    void noPieceOfATokenIsAToken() {
        var good = signed(HEADER, ANN);
        for (int length = 0; length < good.length(); length++) {
            assertThat(tokens.verify(good.substring(0, length)))
                    .as("%d characters", length)
                    .isEmpty();
        }
        assertThat(tokens.verify(good)).isPresent();
    }

    @Test
    void noBitOfWhatIsSignedMayChange() {
        var good = signed(HEADER, ANN);
        for (int i = 0; i < good.lastIndexOf('.'); i++) {
            var other = good.charAt(i) == 'A' ? 'B' : 'A';
            if (good.charAt(i) == '.') continue;
            assertThat(tokens.verify(good.substring(0, i) + other + good.substring(i + 1)))
                    .as("character %d", i)
                    .isEmpty();
        }
    }

    @Test
    void aPlaceToFindKeysAtIsNotVisited() throws IOException {
        var visits = new AtomicInteger();
        var elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            visits.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
        });
        elsewhere.start();
        var url = "\"http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/keys\"";
        try {
            for (var field : Set.of("jku", "x5u")) {
                var header = header("\"" + field + "\":" + url);
                assertThat(tokens.verify(byThief(header))).isEmpty();
                assertThat(tokens.verify(signed(header, ANN)))
                        .as("%s ignored", field)
                        .isPresent();
            }
        } finally {
            elsewhere.stop(0);
        }
        assertThat(visits).hasValue(0);
    }

    @Test
    void aFloodOfMadeUpKeysReachesAuthOncePerTenSeconds() {
        var honest = signed(HEADER, ANN);
        var flood = IntStream.range(0, 10)
                .mapToObj(i -> signed("{\"alg\":\"RS256\",\"kid\":\"made-up-" + i + "\"}", ANN))
                .toList();
        tokens.verify(honest);
        for (int seconds = 10; seconds <= 30; seconds += 10) {
            clock.advance(Duration.ofSeconds(10));
            for (int i = 0; i < 1_000; i++) tokens.verify(flood.get(i % flood.size()));
            assertThat(fetches).hasValue(1 + seconds / 10);
            assertThat(tokens.verify(honest)).isPresent();
        }
    }

    @Test
    void aTokenEndsThirtySecondsLateAndNoLater() {
        var token = signed(HEADER, claims("\"shop\"", NOW + 5, ""));
        clock.advance(Duration.ofSeconds(35).minusMillis(1));
        assertThat(tokens.verify(token)).isPresent();

        clock.advance(Duration.ofMillis(1));
        assertThat(tokens.verify(token)).as("believed a moment ago").isEmpty();
        assertThat(tokens.verify(signed(HEADER, claims("\"shop\"", NOW + 5, ",\"jti\":\"2\""))))
                .as("never seen before")
                .isEmpty();
    }

    @Test
    void aTokenBeginsThirtySecondsEarlyAndNoEarlier() {
        var token = more(",\"nbf\":" + (NOW + 31));
        assertThat(tokens.verify(token)).isEmpty();

        clock.advance(Duration.ofMillis(999));
        assertThat(tokens.verify(token)).isEmpty();

        clock.advance(Duration.ofMillis(1));
        assertThat(tokens.verify(token)).isPresent();
    }

    @Test
    void aSiblingIsNoPersonAndNoPersonASibling() {
        assertThat(tokens.verify(signed(HEADER, SIBLING)))
                .contains(new Principal("orders", "", "", false, Set.of(Role.SERVICE)));
        assertThat(tokens.verify(signed(HEADER, SIBLING.replace("\"service\"", "\"admin\",\"customer\""))))
                .as("a sibling that calls itself an admin")
                .contains(new Principal("orders", "", "", false, Set.of(Role.SERVICE)));
        assertThat(tokens.verify(signed(HEADER, ANN.replace("\"customer\"", "\"service\",\"public\""))))
                .as("a person that calls itself a sibling")
                .contains(new Principal("usr_ann", "", "ses_1", false, Set.of()));
    }

    @Test
    void aClockThatIsSetBackMakesNoBeliefLast() {
        var asked = new AtomicInteger();
        var counting = new AccessTokens(new KeySet(this::jwks, clock), "https://shop/auth", counting(asked), clock);
        var token = signed(HEADER, ANN);

        counting.verify(token);
        clock.advance(Duration.ofMillis(4_999));
        counting.verify(token);
        assertThat(asked).as("within five seconds nobody is asked").hasValue(1);
        clock.advance(Duration.ofMillis(1));
        counting.verify(token);
        assertThat(asked).hasValue(2);
        clock.advance(Duration.ofHours(-1));
        counting.verify(token);
        assertThat(asked).hasValue(3);
    }

    private static Revocations counting(AtomicInteger asked) {
        return new Revocations() {
            @Override
            public boolean revoked(String sessionId) {
                asked.incrementAndGet();
                return false;
            }

            @Override
            public void revoke(String sessionId) {
                throw new IllegalStateException("verifying revokes nothing");
            }
        };
    }
}
