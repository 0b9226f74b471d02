package shop.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import shop.platform.app.Env;

class EmailConfigTest {

    @Test
    void everythingHasADefault() {
        assertThat(EmailConfig.from(new Env(Map.of())))
                .isEqualTo(new EmailConfig(
                        URI.create("smtp://localhost:1025"),
                        "Shop <no-reply@shop.example>",
                        "http://localhost:8080",
                        Duration.ofDays(7)));
    }

    @Test
    void everythingCanBeSet() {
        var env = new Env(Map.of(
                "SMTP_URL", "smtps://mail.example",
                "MAIL_FROM", "tea@shop.example",
                "PUBLIC_URL", "https://shop.example",
                "EMAIL_REVIEW_DELAY", "14d"));
        assertThat(EmailConfig.from(env))
                .isEqualTo(new EmailConfig(
                        URI.create("smtps://mail.example"),
                        "tea@shop.example",
                        "https://shop.example",
                        Duration.ofDays(14)));
    }

    @Test
    void aWrongValueIsNamed() {
        assertThatThrownBy(() -> EmailConfig.from(new Env(Map.of("EMAIL_REVIEW_DELAY", "soon"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("EMAIL_REVIEW_DELAY");
    }
}
