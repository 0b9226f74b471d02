package shop.auth.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import shop.auth.domain.Account;
import shop.auth.domain.Role;
import shop.auth.domain.SignedIn;
import shop.auth.domain.Tokens;

@Schema(description = "What somebody gets who has signed in")
record SignedInView(
        @Schema(description = "JWT for the Authorization header", example = "eyJhbGciOiJSUzI1NiJ9.e30.c2ln")
        String accessToken,

        @Schema(description = "Always Bearer", example = "Bearer")
        String tokenType,

        @Schema(description = "Seconds until the access token expires", example = "600")
        long expiresIn,

        @Schema(
                description = "For POST /auth/refresh, once",
                example = "b3BhcXVlLWZvci1jbGllbnRzLWFuZC1rZXB0LWFzLWEtaGFzaC1vbmx5LWhlcmUt")
        String refreshToken,

        @Schema(description = "Seconds until the refresh token expires unused", example = "2592000")
        long refreshExpiresIn,

        @Schema(description = "Who signed in") UserView user) {

    @Schema(description = "The person as auth knows it")
    record UserView(
            @Schema(description = "Id", example = "usr_01m1c2jv00e8e8qfx9b2d3n401")
            String id,

            @Schema(description = "E-mail address as its owner writes it", example = "ann@example.com")
            String email,

            @Schema(description = "Whether the address is proven to be its owner's", example = "false")
            boolean emailVerified,

            @Schema(description = "What others see", example = "Ann")
            String displayName,

            @Schema(description = "customer, support, admin", example = "[\"customer\"]")
            List<Role> roles) {

        static UserView of(Account account) {
            return new UserView(
                    account.id(),
                    account.email().typed(),
                    account.emailVerified(),
                    account.displayName(),
                    account.roles().stream().sorted().toList());
        }
    }

    static SignedInView of(SignedIn signedIn) {
        return new SignedInView(
                signedIn.accessToken(),
                "Bearer",
                Tokens.PERSONAL.toSeconds(),
                signedIn.refreshToken(),
                signedIn.refreshLife().toSeconds(),
                UserView.of(signedIn.account()));
    }
}
