package shop.email.mongo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import shop.email.domain.Email;
import shop.email.domain.Language;
import shop.email.domain.Progress;
import shop.email.domain.Template;
import shop.platform.crypto.Secret;
import shop.platform.json.Json;
import tools.jackson.core.type.TypeReference;

/**
 * A mail as it is kept.
 *
 * @param data what fills the template, sealed: some of it opens accounts; empty when there is none
 */
record SealedEmail(
        String id,
        String key,
        String to,
        Optional<String> userId,
        Template template,
        Language language,
        String subject,
        String data,
        Progress progress,
        Instant createdAt,
        boolean erased,
        int version) {

    static SealedEmail of(Email email, Secret secret) {
        return new SealedEmail(
                email.id(),
                email.key(),
                email.to(),
                email.userId(),
                email.template(),
                email.language(),
                email.subject(),
                email.data().isEmpty() ? "" : seal(email.data(), secret),
                email.progress(),
                email.createdAt(),
                email.erased(),
                email.version());
    }

    Email open(Secret secret) {
        return new Email(
                id,
                key,
                to,
                userId,
                template,
                language,
                subject,
                data.isEmpty() ? Map.of() : open(data, secret),
                progress,
                createdAt,
                erased,
                version);
    }

    private static String seal(Map<String, Object> data, Secret secret) {
        return Base64.getEncoder().encodeToString(secret.seal(Json.TOLERANT.writeValueAsBytes(data)));
    }

    private static Map<String, Object> open(String data, Secret secret) {
        var json = new String(secret.open(Base64.getDecoder().decode(data)), UTF_8);
        return Json.TOLERANT.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
    }
}
