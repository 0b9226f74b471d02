package shop.auth.api;

import io.swagger.v3.oas.annotations.media.Schema;
import shop.auth.domain.DisplayName;
import shop.auth.domain.Email;
import shop.auth.domain.Registering.Application;

@Schema(description = "A new account")
record Registration(
        @Schema(
                description = "E-mail address; unique whichever way it is written",
                example = "ann@example.com",
                maxLength = 254)
        String email,

        @Schema(
                description = "8 to 128 characters, not a common password, not the e-mail address",
                example = "correct horse battery",
                minLength = 8,
                maxLength = 1000)
        String password,

        @Schema(description = "What others see", example = "Ann", maxLength = 100)
        String displayName) {

    Registration {
        Texts.bound("/password", password);
    }

    Application application() {
        return new Application(Email.of(email), password, new DisplayName(displayName));
    }
}
