package shop.auth.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import shop.auth.domain.Session;

@Schema(description = "A sign-in on one device")
record SessionView(
        @Schema(description = "Id", example = "ses_01m1c2jv00e8e8qfx9b2d3n401")
        String id,

        @Schema(description = "What the client calls itself", example = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0")
        String device,

        @Schema(description = "Address it was last used from", example = "203.0.113.7")
        String address,

        @Schema(description = "When it was signed in", example = "2030-01-02T12:00:00.000Z")
        Instant createdAt,

        @Schema(description = "When its tokens were last refreshed", example = "2030-01-02T12:00:00.000Z")
        Instant lastUsedAt,

        @Schema(description = "When it ends unless it is used again", example = "2030-02-01T12:00:00.000Z")
        Instant expiresAt,

        @Schema(description = "Whether it is the one that asks", example = "true")
        boolean current) {

    static SessionView of(Session session, String currentId) {
        return new SessionView(
                session.id(),
                session.origin().userAgent(),
                session.origin().address(),
                session.createdAt(),
                session.lastUsedAt(),
                session.expiresAt(),
                session.id().equals(currentId));
    }
}
