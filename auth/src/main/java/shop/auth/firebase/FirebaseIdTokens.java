package shop.auth.firebase;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.firebase.FirebaseApp;
import com.google.firebase.FirebaseOptions;
import com.google.firebase.auth.AuthErrorCode;
import com.google.firebase.auth.FirebaseAuth;
import com.google.firebase.auth.FirebaseAuthException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.auth.domain.IdTokens;
import shop.platform.Failure;

/** ID tokens checked by the Firebase Admin SDK, revocation included. */
public final class FirebaseIdTokens implements IdTokens, AutoCloseable {

    /**
     * How to reach Firebase.
     *
     * @param credentials of a service account: JSON, or the path of a file with it; empty for the emulator only
     */
    public record Settings(Optional<String> credentials, Optional<String> projectId) {}

    private static final Logger LOG = LoggerFactory.getLogger(FirebaseIdTokens.class);
    private static final Set<AuthErrorCode> NOT_THE_CALLERS_FAULT =
            EnumSet.of(AuthErrorCode.CERTIFICATE_FETCH_FAILED, AuthErrorCode.CONFIGURATION_NOT_FOUND);

    private final FirebaseApp app;
    private final FirebaseAuth auth;

    public FirebaseIdTokens(Settings settings) {
        var options = FirebaseOptions.builder().setCredentials(credentials(settings));
        settings.projectId().ifPresent(options::setProjectId);
        app = FirebaseApp.initializeApp(options.build(), "auth-" + UUID.randomUUID());
        auth = FirebaseAuth.getInstance(app);
    }

    private static GoogleCredentials credentials(Settings settings) {
        if (settings.credentials().isEmpty()) return emulated();
        try {
            var text = settings.credentials().get();
            var json = text.startsWith("{") ? text : Files.readString(Path.of(text));
            return GoogleCredentials.fromStream(new ByteArrayInputStream(json.getBytes(UTF_8)));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "environment variable FIREBASE_CREDENTIALS must be the JSON of a service account, or its file", e);
        }
    }

    /** What the emulator takes from everybody. */
    private static GoogleCredentials emulated() {
        return GoogleCredentials.create(new AccessToken("owner", Date.from(Instant.parse("9999-01-01T00:00:00Z"))));
    }

    @Override
    public Identity verify(String token) {
        try {
            var verified = auth.verifyIdToken(token, true);
            return new Identity(
                    verified.getUid(),
                    Optional.ofNullable(verified.getEmail()),
                    verified.isEmailVerified(),
                    Optional.ofNullable(verified.getName()));
        } catch (FirebaseAuthException e) {
            if (e.getAuthErrorCode() != null && !NOT_THE_CALLERS_FAULT.contains(e.getAuthErrorCode())) {
                throw IdTokens.invalid();
            }
            LOG.warn("Firebase does not answer: {}", e.getMessage());
            throw Failure.unavailable("Firebase");
        } catch (IllegalArgumentException e) {
            throw IdTokens.invalid();
        }
    }

    @Override
    public void close() {
        app.delete();
    }
}
