package shop.activity.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import shop.activity.domain.Actor;
import shop.activity.domain.Entry;
import shop.activity.domain.Kind;
import shop.activity.domain.Seal;
import shop.activity.domain.Target;
import shop.platform.json.Json;
import tools.jackson.databind.JsonNode;

@Schema(description = "One thing that happened")
record RecordView(
        @Schema(description = "Its id", example = "act_01m1c2jv00e8e8qfx9b2d3n401")
        String id,

        // always there; Optional because the document would require it by the name it has in Java
        @Schema(description = "What the platform did, or what a visitor did", example = "audit") @JsonProperty("class")
        Optional<Kind> kind,

        @Schema(description = "What happened", example = "order.placed")
        String type,

        @Schema(description = "Who did it") ActorView actor,

        @Schema(description = "What it was done to") Optional<TargetView> target,

        @Schema(description = "More about it; in audit entries nothing that names a person")
        JsonNode data,

        @Schema(description = "The address it was done from", example = "203.0.113.7")
        Optional<String> ip,

        @Schema(description = "The program it was done with", example = "Mozilla/5.0")
        Optional<String> userAgent,

        @Schema(description = "When it happened", example = "2030-01-02T12:00:00.000Z")
        Instant occurredAt,

        @Schema(description = "When it came to be known here", example = "2030-01-02T12:00:00.120Z")
        Instant recordedAt,

        @Schema(
                description = "SHA-256 over the entry and the hash before; audit only",
                example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        Optional<String> hash,

        @Schema(
                description = "The hash of the entry before; audit only",
                example = "0000000000000000000000000000000000000000000000000000000000000000")
        Optional<String> previousHash) {

    @Schema(description = "Who did something")
    record ActorView(
            @Schema(
                    description = "The person, or the service",
                    example = "usr_01m1c2jv00e8e8qfx9b2d3n401",
                    pattern = "^[^\\x00]*$",
                    maxLength = 64)
            Optional<String> id,

            @Schema(description = "The device, where one was told", example = "dev-4711")
            Optional<String> anonymousId,

            @Schema(description = "What the actor is", example = "user")
            Actor.Role kind) {

        static ActorView of(Actor actor) {
            return new ActorView(actor.id(), actor.anonymousId(), actor.kind());
        }
    }

    @Schema(description = "What something was done to")
    record TargetView(
            @Schema(description = "What it is", example = "order")
            String type,

            @Schema(
                    description = "Its id",
                    example = "ord_01m1c2jv00e8e8qfx9b2d3n401",
                    pattern = "^[^\\x00]*$",
                    maxLength = 64)
            String id) {

        static TargetView of(Target target) {
            return new TargetView(target.type(), target.id());
        }
    }

    static RecordView of(Entry entry) {
        var fact = entry.fact();
        return new RecordView(
                entry.id(),
                Optional.of(entry.kind()),
                fact.type(),
                ActorView.of(fact.actor()),
                fact.target().map(TargetView::of),
                Json.TOLERANT.readTree(fact.data()),
                entry.origin().ip(),
                entry.origin().userAgent(),
                entry.occurredAt(),
                entry.recordedAt(),
                entry.seal().map(Seal::hash),
                entry.seal().map(Seal::previousHash));
    }
}
