package shop.auth.firebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import shop.auth.domain.IdTokens;
import shop.platform.Failure;
import shop.platform.app.Env;
import shop.platform.json.Json;
import tools.jackson.databind.JsonNode;

/** The real Admin SDK against the real Firebase Auth emulator; runs where one is named. */
@EnabledIfEnvironmentVariable(named = "FIREBASE_AUTH_EMULATOR_HOST", matches = ".+")
class FirebaseEmulatorTest {

    private static final String PROJECT = "demo-shop";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String emulator = Env.system().or("FIREBASE_AUTH_EMULATOR_HOST", "");
    private final String email = UUID.randomUUID() + "@example.com";
    private final FirebaseIdTokens tokens =
            new FirebaseIdTokens(new FirebaseIdTokens.Settings(Optional.empty(), Optional.of(PROJECT)));

    @AfterEach
    void stop() {
        tokens.close();
    }

    private JsonNode ask(String method, String json) throws IOException, InterruptedException {
        var address = "http://" + emulator + "/identitytoolkit.googleapis.com/v1/" + method + "?key=any";
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
        if (method.startsWith("projects/")) request.header("Authorization", "Bearer owner"); // as an admin
        var answer = HTTP.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.TOLERANT.readTree(answer.body());
    }

    private JsonNode signUp() throws IOException, InterruptedException {
        return ask("accounts:signUp", credentials());
    }

    private String credentials() {
        return """
                {"email": "%s", "password": "correct horse battery", "returnSecureToken": true}""".formatted(email);
    }

    @Test
    void aTokenNamesItsOwner() throws Exception {
        var person = signUp();

        assertThat(tokens.verify(person.path("idToken").asString()))
                .isEqualTo(new IdTokens.Identity(
                        person.path("localId").asString(), Optional.of(email), false, Optional.empty()));
    }

    @Test
    void whatFirebaseHasVerifiedIsVerified() throws Exception {
        var id = signUp().path("localId").asString();
        ask("projects/" + PROJECT + "/accounts:update", """
                {"localId": "%s", "emailVerified": true, "displayName": "Ann"}""".formatted(id));

        var again = ask("accounts:signInWithPassword", credentials());

        assertThat(tokens.verify(again.path("idToken").asString()))
                .isEqualTo(new IdTokens.Identity(id, Optional.of(email), true, Optional.of("Ann")));
    }

    @Test
    void aRevokedTokenIsRefused() throws Exception {
        var person = signUp();
        var token = person.path("idToken").asString();
        tokens.verify(token);

        ask("projects/" + PROJECT + "/accounts:update", """
                {"localId": "%s", "validSince": "%d"}""".formatted(
                        person.path("localId").asString(), issuedAt(token) + 1));

        refused(token);
    }

    private static long issuedAt(String token) {
        var claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return Json.TOLERANT.readTree(claims).path("auth_time").asLong();
    }

    @Test
    void aDisabledOrDeletedPersonIsRefused() throws Exception {
        var person = signUp();
        ask("projects/" + PROJECT + "/accounts:update", """
                {"localId": "%s", "disableUser": true}""".formatted(
                        person.path("localId").asString()));

        await().untilAsserted(() -> refused(person.path("idToken").asString()));
    }

    @Test
    void whatIsNoTokenIsRefused() {
        refused("nonsense");
        refused("a.b.c");
        refused("");
    }

    private void refused(String token) {
        assertThatThrownBy(() -> tokens.verify(token))
                .isInstanceOfSatisfying(Failure.class, f -> assertThat(f.code()).isEqualTo("invalid_id_token"));
    }
}
