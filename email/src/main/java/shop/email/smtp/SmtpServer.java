package shop.email.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.util.Optional;

/**
 * Where mails go out: {@code smtp://user:password@host:587}, or {@code smtps://} for TLS from the first byte.
 *
 * @param login user and password, decoded
 */
public record SmtpServer(String host, int port, boolean tls, Optional<Login> login) {

    /** Who we are to the server. */
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return user; // a password never gets into a log
        }
    }

    private static final int SUBMISSION = 587;
    private static final int SUBMISSIONS = 465;

    /** The server at this address; anything else than an address of one is an {@link IllegalStateException}. */
    public static SmtpServer at(URI uri) {
        var tls = "smtps".equals(uri.getScheme());
        if (uri.getHost() == null || (!tls && !"smtp".equals(uri.getScheme()))) {
            throw new IllegalStateException(
                    "environment variable SMTP_URL must look like smtp://user:password@host:587 or smtps://…");
        }
        var port = uri.getPort() != -1 ? uri.getPort() : tls ? SUBMISSIONS : SUBMISSION;
        return new SmtpServer(uri.getHost(), port, tls, login(uri));
    }

    private static Optional<Login> login(URI uri) {
        return Optional.ofNullable(uri.getRawUserInfo()).map(info -> {
            var parts = info.split(":", 2);
            return new Login(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
        });
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), UTF_8);
    }
}
