package shop.auth;

import java.time.Duration;
import java.util.Optional;
import shop.auth.argon2.Argon2Passwords.Effort;
import shop.auth.domain.DisplayName;
import shop.auth.domain.Email;
import shop.auth.domain.Registering.Application;
import shop.auth.firebase.FirebaseIdTokens;
import shop.platform.Failure;
import shop.platform.app.Env;

/**
 * What a deployment may decide about auth.
 *
 * @param keySecret seals the signing keys
 * @param keyRotation how long a key signs
 * @param admin the first admin, made when there is no such account
 * @param firebase how to reach Firebase, where that is wanted
 */
record AuthConfig(
        String keySecret,
        Duration keyRotation,
        Effort effort,
        Optional<Application> admin,
        Optional<FirebaseIdTokens.Settings> firebase) {

    private static final String DEVELOPMENT_SECRET = "for development only";
    private static final int SHORTEST_SECRET = 32;

    static AuthConfig from(Env env) {
        return new AuthConfig(
                keySecret(env),
                env.duration("AUTH_KEY_ROTATION", Duration.ofDays(90)),
                effort(env),
                admin(env),
                firebase(env));
    }

    private static String keySecret(Env env) {
        var production = env.production();
        var secret = production ? env.required("AUTH_KEY_SECRET") : env.or("AUTH_KEY_SECRET", DEVELOPMENT_SECRET);
        if (production && secret.length() < SHORTEST_SECRET) {
            throw new IllegalStateException("environment variable AUTH_KEY_SECRET must be a secret of "
                    + SHORTEST_SECRET + " characters or more");
        }
        return secret;
    }

    /** By default what OWASP recommends. */
    private static Effort effort(Env env) {
        var memory = env.integer("ARGON2_MEMORY", 19_456);
        return new Effort(
                memory,
                env.integer("ARGON2_ITERATIONS", 2),
                env.integer("ARGON2_THREADS", threads(memory)),
                env.integer("ARGON2_WAITING", 200),
                env.duration("ARGON2_PATIENCE", Duration.ofSeconds(10)));
    }

    /** Half of the processors, in a quarter of the memory: a container sees all processors of a large machine. */
    private static int threads(int kibibytes) {
        var runtime = Runtime.getRuntime();
        var fitting = runtime.maxMemory() / 4 / (Math.max(1, kibibytes) * 1024L);
        return (int) Math.max(1, Math.min(runtime.availableProcessors() / 2, fitting));
    }

    private static Optional<Application> admin(Env env) {
        var email = env.optional("ADMIN_EMAIL");
        if (email.isEmpty()) return Optional.empty();
        var password = env.required("ADMIN_PASSWORD");
        try {
            return Optional.of(new Application(Email.of(email.get()), password, new DisplayName("Admin")));
        } catch (Failure failure) {
            throw new IllegalStateException("environment variable ADMIN_EMAIL " + failure.getMessage(), failure);
        }
    }

    private static Optional<FirebaseIdTokens.Settings> firebase(Env env) {
        var credentials = env.optional("FIREBASE_CREDENTIALS");
        var project = env.optional("FIREBASE_PROJECT_ID");
        var emulated = env.optional("FIREBASE_AUTH_EMULATOR_HOST").isPresent() && project.isPresent();
        return credentials.isPresent() || emulated
                ? Optional.of(new FirebaseIdTokens.Settings(credentials, project))
                : Optional.empty();
    }
}
