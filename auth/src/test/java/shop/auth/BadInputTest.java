package shop.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What nobody should send is answered in the four hundreds, and what looks odd but is right is taken. */
class BadInputTest {

    private static final AuthFixture AUTH = new AuthFixture();

    @AfterAll
    static void stop() {
        AUTH.close();
    }

    private static String registration(String email, String password, String name) {
        return """
                {"email": "%s", "password": "%s", "displayName": "%s"}""".formatted(email, password, name);
    }

    private static Arguments register(String what, String email, int status, String code) {
        var body = registration(email, AuthFixture.PASSWORD, "Zoë");
        return Arguments.of(what, "/auth/register", body, status, code);
    }

    private static Arguments password(String what, String email, String password, int status, String code) {
        return Arguments.of(what, "/auth/register", registration(email, password, "Zoë"), status, code);
    }

    static Stream<Arguments> registrations() {
        return Stream.of(
                register("IDN", "zoë@bücher.example", 201, ""),
                register("IDN in capitals, a twin", "ZOË@BÜCHER.EXAMPLE", 409, "email_taken"),
                register("IDN in ASCII, a twin", "zoë@xn--bcher-kva.example", 409, "email_taken"),
                register("decomposed, a twin", "zoe\\u0308@bu\\u0308cher.example", 409, "email_taken"),
                register("plus", "zoe+shop@example.com", 201, ""),
                register("plus, another", "zoe+other@example.com", 201, ""),
                register("emoji for a domain", "zoe@\uD83D\uDC34.example", 422, "invalid_format"),
                register("no local part", "@example.com", 422, "invalid_format"),
                register("two at signs", "zoe@home@example.com", 422, "invalid_format"),
                register("long local part", "z".repeat(65) + "@example.com", 422, "invalid_format"),
                register("long", "zoe@" + "example.".repeat(40) + "com", 422, "too_long"),
                register("line feed", "zoe@example.com\\nBcc: all@example.com", 422, "invalid_format"),
                register("NUL", "zoe\\u0000@example.com", 422, "invalid_characters"),
                register("half a surrogate pair", "zoe\\ud83d@example.com", 422, "invalid_characters"),
                password("128 emoji", "emoji128@example.com", "\uD83D\uDC34".repeat(64) + "🔋".repeat(64), 201, ""),
                password("129 emoji", "emoji129@example.com", "🔋".repeat(129), 422, "weak_password"),
                password("7 emoji", "emoji7@example.com", "🔋".repeat(7), 422, "weak_password"),
                password("8 blanks and more", "blank@example.com", "   🔋     ", 201, ""),
                password("NUL", "nul@example.com", "correct\\u0000horse", 422, "invalid_characters"));
    }

    private static Arguments token(String path, String field, int length, int status, String code) {
        var body = "{\"" + field + "\": \"" + "x".repeat(length) + "\"" + more(path) + "}";
        return Arguments.of(path + " with " + length + " characters", path, body, status, code);
    }

    private static String more(String path) {
        return path.endsWith("reset") ? ", \"password\": \"" + AuthFixture.PASSWORD + "\"" : "";
    }

    static Stream<Arguments> tokens() {
        return Stream.of(
                token("/auth/refresh", "refreshToken", 1_000, 401, "invalid_refresh_token"),
                token("/auth/refresh", "refreshToken", 1_001, 422, "too_long"),
                token("/auth/refresh", "refreshToken", 1_000_000, 422, "too_complex"),
                token("/auth/refresh", "refreshToken", 1_100_000, 413, "content_too_large"),
                token("/auth/logout", "refreshToken", 1_000_000, 422, "too_complex"),
                token("/auth/firebase", "idToken", 1_000_000, 422, "too_complex"),
                token("/auth/email/verify", "token", 1_000, 422, "invalid_token"),
                token("/auth/email/verify", "token", 1_000_000, 422, "too_complex"),
                token("/auth/password/reset", "token", 1_000, 422, "invalid_token"),
                token("/auth/password/reset", "token", 1_000_000, 422, "too_complex"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"registrations", "tokens"})
    void isAnsweredAsItShouldBe(String what, String path, String body, int status, String code) {
        var reply = AUTH.post(path, body);

        assertThat(reply.status()).as("%s: %s", what, reply.body()).isEqualTo(status);
        assertThat(reply.text("code")).as(what).isEqualTo(code);
    }

    @Test
    void anAccessTokenOfAnyLengthIsNoReasonToFail() {
        for (int length : new int[] {1, 1_000, 7_000}) {
            assertThat(AUTH.as("x".repeat(length)).get("/auth/sessions").status())
                    .isEqualTo(401);
        }
        assertThat(AUTH.as("x".repeat(20_000)).get("/auth/sessions").status()).isEqualTo(431);
    }

    @Test
    void loginsWithOddTextsFailLikeAllOthers() {
        for (var odd : new String[] {"\\u0000", "\\ud83d", "x".repeat(1_001)}) {
            assertThat(AUTH.login("zoe@example.com", odd).status()).isEqualTo(422);
            assertThat(AUTH.login(odd, AuthFixture.PASSWORD).status()).isEqualTo(422);
        }
    }
}
