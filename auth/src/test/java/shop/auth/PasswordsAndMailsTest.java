package shop.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.auth.AuthFixture.PASSWORD;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.testing.Client.Reply;

/** Passwords that change and addresses that are proven, over HTTP. */
class PasswordsAndMailsTest {

    private static final String NEW = "staple the horse";
    private static final String VERIFICATION = "user.verification_requested";
    private static final String RESET = "user.password_reset_requested";

    private final AuthFixture auth = new AuthFixture();
    private final Reply ann = auth.register("ann@example.com");

    @AfterEach
    void stop() {
        auth.close();
    }

    private String mailed(String type) {
        await().until(() -> auth.types().contains(type));
        return auth.mailed(type).orElseThrow();
    }

    private long told(String type) {
        var id = ann.body().at("/user/id").asString();
        return auth.heard.stream()
                .filter(event -> event.type().equals(type) && event.subject().equals(id))
                .distinct() // any event may be told again
                .count();
    }

    private Reply verify(String token) {
        return auth.post("/auth/email/verify", "{\"token\": \"" + token + "\"}");
    }

    private Reply forgot(String email) {
        return auth.post("/auth/password/forgot", "{\"email\": \"" + email + "\"}");
    }

    private Reply reset(String token, String password) {
        return auth.post("/auth/password/reset", """
                {"token": "%s", "password": "%s"}""".formatted(token, password));
    }

    private Reply change(String current, String wanted) {
        return auth.as(ann.text("accessToken")).put("/auth/password", """
                {"currentPassword": "%s", "newPassword": "%s"}""".formatted(current, wanted));
    }

    private static void refused(Reply reply, int status, String code) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.text("code")).isEqualTo(code);
    }

    @Test
    void theSecretInTheMailVerifiesTheAddressOnce() {
        var token = mailed(VERIFICATION);

        assertThat(verify(token).status()).isEqualTo(204);

        refused(verify(token), 422, "invalid_token");
        assertThat(auth.login("ann@example.com", PASSWORD)
                        .body()
                        .at("/user/emailVerified")
                        .asBoolean())
                .isTrue();
        await().untilAsserted(() -> assertThat(told("user.email_verified")).isOne());
        refused(auth.as(ann.text("accessToken")).post("/auth/email/resend", ""), 409, "already_verified");
    }

    @Test
    void aSecretExpiresAndIsGoodForNothingElse() {
        var token = mailed(VERIFICATION);
        refused(reset(token, NEW), 422, "invalid_token");
        refused(verify("made up"), 422, "invalid_token");
        auth.clock.advance(Duration.ofHours(24));

        refused(verify(token), 422, "invalid_token");
    }

    @Test
    void aMailCanBeHadAgainButNotTooOften() {
        var first = mailed(VERIFICATION);
        var me = auth.as(ann.text("accessToken"));
        assertThat(me.post("/auth/email/resend", "").status()).isEqualTo(202);
        assertThat(me.post("/auth/email/resend", "").status()).isEqualTo(202);
        refused(me.post("/auth/email/resend", ""), 429, "too_many_attempts");

        await().until(() -> told(VERIFICATION) == 3);
        assertThat(auth.mailed(VERIFICATION)).isPresent().get().isNotEqualTo(first);
        assertThat(verify(first).status()).as("an earlier mail is as good").isEqualTo(204);
        refused(verify(mailed(VERIFICATION)), 422, "invalid_token");
    }

    @Test
    void nobodyLearnsWhoHasAnAccount() {
        var known = forgot("ann@example.com");
        var unknown = forgot("nobody@example.com");
        var nonsense = forgot("no address");

        assertThat(known.status()).isEqualTo(202);
        assertThat(unknown.status()).isEqualTo(202);
        assertThat(nonsense.status()).isEqualTo(202);
        assertThat(unknown.body()).isEqualTo(known.body());
        await().untilAsserted(() -> assertThat(told(RESET)).isOne());
    }

    @Test
    void aForgottenPasswordIsResetOnceAndEndsAllSessions() {
        forgot("ann@example.com");
        var token = mailed(RESET);

        refused(reset(token, "password"), 422, "weak_password");
        assertThat(reset(token, NEW).status()).isEqualTo(204);

        refused(reset(token, "yet another horse"), 422, "invalid_token");
        refused(auth.refresh(ann.text("refreshToken")), 401, "invalid_refresh_token");
        refused(auth.login("ann@example.com", PASSWORD), 401, "invalid_credentials");
        var again = auth.login("ann@example.com", NEW);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().at("/user/emailVerified").asBoolean())
                .as("who reads the mail")
                .isTrue();
        await().untilAsserted(() -> assertThat(auth.heard).anySatisfy(event -> {
            assertThat(event.type()).isEqualTo("user.password_changed");
            assertThat(event.data().path("how").asString()).isEqualTo("reset");
        }));
    }

    @Test
    void aResetSecretExpiresAndMailsAreFew() {
        for (int i = 0; i < 3; i++) forgot("ann@example.com");
        await().until(() -> told(RESET) == 3);
        for (int i = 0; i < 3; i++) forgot("ann@example.com");
        await().during(Duration.ofMillis(500)).until(() -> told(RESET) == 3);
        var token = mailed(RESET);
        auth.clock.advance(Duration.ofMinutes(30));

        refused(reset(token, NEW), 422, "invalid_token");
        forgot("ann@example.com");
        await().until(() -> told(RESET) > 3); // nobody waited for those before, which may be looked at only now
    }

    @Test
    void aResetEndsTheDelayThatGuessesCaused() {
        for (int i = 0; i < 5; i++) auth.login("ann@example.com", "guess " + i);
        forgot("ann@example.com");

        assertThat(reset(mailed(RESET), NEW).status()).isEqualTo(204);

        assertThat(auth.login("ann@example.com", NEW).status()).isEqualTo(200);
    }

    @Test
    void whoKnowsThePasswordChangesItAndStaysSignedIn() {
        var phone = auth.login("ann@example.com", PASSWORD);

        assertThat(change(PASSWORD, NEW).status()).isEqualTo(204);

        assertThat(auth.refresh(ann.text("refreshToken")).status()).isEqualTo(200);
        refused(auth.refresh(phone.text("refreshToken")), 401, "invalid_refresh_token");
        assertThat(auth.login("ann@example.com", NEW).status()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(auth.types()).contains("user.password_changed", "session.revoked"));
    }

    @Test
    void whoDoesNotKnowThePasswordChangesNothing() {
        refused(change("not the password", NEW), 422, "invalid_credentials");
        refused(change(PASSWORD, "password"), 422, "weak_password");
        refused(change(PASSWORD, "ann@example.com"), 422, "weak_password");
        assertThat(change("not the password", NEW).error().path("pointer").asString())
                .isEqualTo("/currentPassword");
        assertThat(auth.login("ann@example.com", PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void guessingTheCurrentPasswordIsSlowToo() {
        for (int i = 0; i < 5; i++) change("guess", NEW);
        await().untilAsserted(() -> refused(change("guess", NEW), 429, "too_many_attempts"));
    }

    @Test
    void aHashIsRenewedWhenItHasBecomeTooEasy() {
        var prefix = auth.platform.env().required("DATABASE_PREFIX");
        var more = Map.of("DATABASE_PREFIX", prefix, "ARGON2_MEMORY", "128");
        assertThat(hash()).contains("m=64,t=1");

        try (var harder = new AuthFixture(more, AuthApp::open)) {
            assertThat(harder.login("ann@example.com", PASSWORD).status()).isEqualTo(200);
            assertThat(hash()).contains("m=128,t=1");
            assertThat(harder.login("ann@example.com", PASSWORD).status()).isEqualTo(200);
        }
        assertThat(auth.login("ann@example.com", PASSWORD).status()).isEqualTo(200);
        assertThat(hash()).contains("m=128,t=1");
    }

    private String hash() {
        var accounts = auth.platform.database("auth").getCollection("accounts");
        var kept = accounts.find(new Document("profile.email.key", "ann@example.com"))
                .first();
        return kept.getEmbedded(List.of("proofs", "password"), String.class);
    }

    @Test
    void noSecretIsKeptInClear() {
        forgot("ann@example.com");
        var secrets = List.of(
                mailed(VERIFICATION),
                mailed(RESET),
                PASSWORD,
                ann.text("refreshToken").substring(22));

        var kept = auth.platform
                .database("auth")
                .getCollection("accounts")
                .find()
                .into(new ArrayList<>())
                .toString();

        for (var secret : secrets) assertThat(kept).doesNotContain(secret);
    }
}
