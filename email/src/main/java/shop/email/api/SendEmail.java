package shop.email.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import shop.email.domain.Address;
import shop.email.domain.Language;
import shop.email.domain.Template;
import shop.platform.Failure;

@Schema(description = "An e-mail to send")
record SendEmail(
        @Schema(description = "The address", example = "ann@example.com", maxLength = 254)
        String to,

        @Schema(description = "What to write it from", example = "welcome")
        Template template,

        @Schema(description = "Its language; en where nothing is said", example = "en")
        Optional<Language> locale,

        @Schema(description = "What fills the template", example = "{\"displayName\": \"Ann\"}")
        Map<String, Object> data,

        @Schema(
                description = "The same key sends one e-mail, however often it comes",
                example = "welcome-ann",
                maxLength = 255)
        Optional<String> idempotencyKey) {

    private static final int LONGEST_KEY = 255;

    SendEmail {
        idempotencyKey.ifPresent(SendEmail::check);
        data = new LinkedHashMap<>(data);
        data.values().removeIf(Objects::isNull);
        try {
            new Address(to);
        } catch (Failure failure) {
            throw failure.within("/to");
        }
    }

    private static void check(String key) {
        if (key.isBlank()) throw Failure.invalid("/idempotencyKey", "required", "must not be blank");
        if (key.length() > LONGEST_KEY) {
            throw Failure.invalid("/idempotencyKey", "too_long", "must not be longer than " + LONGEST_KEY);
        }
    }
}
