package shop.email.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shop.email.domain.Attempt;
import shop.email.domain.Email;
import shop.email.domain.Language;
import shop.email.domain.Status;
import shop.email.domain.Template;

@Schema(description = "An e-mail and what became of it")
record EmailView(
        @Schema(description = "Its id", example = "eml_01m1c2jv00e8e8qfx9b2d3n401")
        String id,

        @Schema(
                description = "The address, in lower case; erased@invalid once its owner has left",
                example = "ann@example.com")
        String to,

        @Schema(description = "What it is written from", example = "order_confirmation")
        Template template,

        @Schema(description = "Its language", example = "en")
        Language locale,

        @Schema(description = "Its subject; empty once its owner has left", example = "Your order 2030-000001")
        String subject,

        @Schema(description = "Where it stands", example = "sent")
        Status status,

        @Schema(description = "The latest 50 tries, oldest first")
        List<AttemptView> attempts,

        @Schema(description = "When it was asked for", example = "2030-01-02T12:00:00.000Z")
        Instant createdAt,

        @Schema(description = "When it went out", example = "2030-01-02T12:00:01.000Z")
        Optional<Instant> sentAt,

        @Schema(description = "When the next try is due", example = "2030-01-02T12:01:00.000Z")
        Optional<Instant> dueAt,

        @Schema(description = "How often it has changed", example = "3")
        int version) {

    @Schema(name = "Attempt", description = "One try to hand it over")
    record AttemptView(
            @Schema(description = "When", example = "2030-01-02T12:00:01.000Z")
            Instant at,

            @Schema(description = "What came of it", example = "sent")
            Status result,

            @Schema(description = "What the mail server said", example = "250 OK")
            Optional<String> detail) {

        static AttemptView of(Attempt attempt) {
            return new AttemptView(attempt.at(), attempt.result(), attempt.detail());
        }
    }

    static EmailView of(Email email) {
        var progress = email.progress();
        return new EmailView(
                email.id(),
                email.to(),
                email.template(),
                email.language(),
                email.subject(),
                progress.status(),
                progress.attempts().stream().map(AttemptView::of).toList(),
                email.createdAt(),
                progress.sentAt(),
                progress.dueAt(),
                email.version());
    }
}
