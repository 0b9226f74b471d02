package shop.auth.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import shop.auth.domain.Tokens.Statement;

/** Times in seconds and names with underscores, as RFC 7662 wants them. */
@Schema(description = "What a token is worth (RFC 7662); nothing but active when it is worth nothing")
record IntrospectionView(
        @Schema(description = "Whether it can be used right now", example = "true")
        boolean active,

        @Schema(description = "Bearer or refresh_token", example = "Bearer")
        Optional<String> token_type,

        @Schema(description = "The person, or the service", example = "usr_01m1c2jv00e8e8qfx9b2d3n401")
        Optional<String> sub,

        @Schema(description = "The session", example = "ses_01m1c2jv00e8e8qfx9b2d3n401")
        Optional<String> sid,

        @Schema(description = "The roles, between spaces", example = "customer")
        Optional<String> scope,

        @Schema(description = "Issuer", example = "http://localhost:8080/auth")
        Optional<String> iss,

        @Schema(description = "Audience", example = "shop") Optional<String> aud,

        @Schema(description = "Id of the token", example = "jti_01m1c2jv00e8e8qfx9b2d3n401")
        Optional<String> jti,

        @Schema(description = "Issued at, in seconds", example = "1893585600")
        Optional<Long> iat,

        @Schema(description = "Expires at, in seconds", example = "1893586200")
        Optional<Long> exp) {

    static IntrospectionView access(Statement said) {
        return active("Bearer", said);
    }

    static IntrospectionView refresh(Statement said) {
        return active("refresh_token", said);
    }

    static IntrospectionView inactive() {
        return new IntrospectionView(
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static IntrospectionView active(String type, Statement said) {
        return new IntrospectionView(
                true,
                Optional.of(type),
                Optional.of(said.subject()),
                said.sessionId(),
                scope(said.roles()),
                given(said.issuer()),
                given(said.audience()),
                given(said.id()),
                Optional.of(said.issuedAt().getEpochSecond()),
                Optional.of(said.expiresAt().getEpochSecond()));
    }

    private static Optional<String> scope(List<String> roles) {
        return given(String.join(" ", roles));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(Predicate.not(String::isEmpty));
    }
}
