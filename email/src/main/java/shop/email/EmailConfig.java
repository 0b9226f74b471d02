package shop.email;

import java.net.URI;
import java.time.Duration;
import shop.platform.app.Env;

/**
 * What a deployment may decide about e-mails.
 *
 * @param smtp where they go out
 * @param from who they are from
 * @param publicUrl what links in them begin with
 * @param reviewDelay how long after a delivery a buyer is asked what they think
 */
record EmailConfig(URI smtp, String from, String publicUrl, Duration reviewDelay) {

    static EmailConfig from(Env env) {
        return new EmailConfig(
                env.uri("SMTP_URL", "smtp://localhost:1025"),
                env.or("MAIL_FROM", "Shop <no-reply@shop.example>"),
                env.or("PUBLIC_URL", "http://localhost:8080"),
                env.duration("EMAIL_REVIEW_DELAY", Duration.ofDays(7)));
    }
}
