package shop.email.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import shop.platform.Failure;

/**
 * A mail on its way: every change is the next version of it.
 *
 * @param key what tells its cause from all others
 * @param to the address, and {@link Address#ERASED} once its owner has left
 * @param data what fills the template, kept only until the mail is out
 */
public record Email(
        String id,
        String key,
        String to,
        Optional<String> userId,
        Template template,
        Language language,
        String subject,
        Map<String, Object> data,
        Progress progress,
        Instant createdAt,
        boolean erased,
        int version) {

    private static final int LONGEST_DETAIL = 500;

    public Email {
        data = Map.copyOf(data);
    }

    public Status status() {
        return progress.status();
    }

    boolean due(Instant now) {
        return progress.dueAt().filter(at -> !at.isAfter(now)).isPresent();
    }

    Email sending(Instant now) {
        return next(progress.sending(now), data);
    }

    /** It is out: what it said is nobody's business any longer. */
    Email sent(Instant now, String detail) {
        return next(progress.sent(now, clean(detail)), Map.of());
    }

    Email deferred(Instant now, String detail) {
        return next(progress.deferred(now, clean(detail)), data);
    }

    Email failed(Instant now, String detail) {
        return next(progress.failed(now, clean(detail)), data);
    }

    Email suppressed() {
        return next(progress.suppressed(), Map.of());
    }

    Email again(Instant now) {
        if (erased || (status() != Status.FAILED && status() != Status.DEFERRED)) {
            throw Failure.conflict("not_retryable", "only a deferred or failed e-mail can be retried");
        }
        return next(progress.again(now), data);
    }

    /** What remains when its reader has left: that there was one, and what became of it. */
    Email erase() {
        var left = progress.ended();
        var nobody = Address.ERASED;
        return new Email(id, id, nobody, userId, template, language, "", Map.of(), left, createdAt, true, version + 1);
    }

    /** Whether the same was asked for, as far as that is still known. */
    boolean says(Email other) {
        var forgotten = erased || status() == Status.SENT || status() == Status.SUPPRESSED;
        return (forgotten || data.equals(other.data))
                && to.equals(other.to)
                && template == other.template
                && language == other.language;
    }

    /** Mail servers like to repeat the address they refuse, which is nobody else's business. */
    static String clean(String detail) {
        var clean = detail.replaceAll("[^\\s<>@]+@[^\\s<>@]+", "the address")
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        return clean.substring(0, Math.min(clean.length(), LONGEST_DETAIL));
    }

    private Email next(Progress progress, Map<String, Object> data) {
        return new Email(
                id, key, to, userId, template, language, subject, data, progress, createdAt, erased, version + 1);
    }
}
