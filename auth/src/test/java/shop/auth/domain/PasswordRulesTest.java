package shop.auth.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shop.platform.Failure;

class PasswordRulesTest {

    private static final Email ANN = Email.of("Ann.Example@example.com");
    private final PasswordRules rules = PasswordRules.load();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "1234567",
                "🐎🐎🐎🐎🐎🐎🐎",
                "password",
                "PassWord123",
                "qwertyuiop",
                "Summer2025",
                "iloveyou",
                "ann.example@example.com",
                "ANN.EXAMPLE@EXAMPLE.COM"
            })
    void whatIsGuessedFirstIsWeak(String password) {
        assertThatThrownBy(() -> rules.check("/password", password, ANN)).isInstanceOfSatisfying(Failure.class, f -> {
            assertThat(f.code()).isEqualTo("weak_password");
            assertThat(f.pointer()).isEqualTo("/password");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"aaaabbbb9z", "correct horse battery", "🐎🔋🐎🔋🐎🔋🐎🔋", "пароль длинный", "        x"})
    void nothingElseIsAskedOfAPassword(String password) {
        assertThat(rules.check("/password", password, ANN).length()).isGreaterThanOrEqualTo(8);
    }

    @Test
    void lengthIsCountedInCodePoints() {
        assertThat(rules.check("/password", "🐎".repeat(128), ANN).length()).isEqualTo(128);
        assertThatThrownBy(() -> rules.check("/password", "🐎".repeat(129), ANN))
                .isInstanceOf(Failure.class);
    }

    @Test
    void theListIsLongEnoughToMatter() {
        assertThat(rules.common()).hasSizeGreaterThan(10_000).allMatch(word -> word.length() >= 8);
    }

    @Test
    void aPasswordDoesNotShowItself() {
        assertThat(new Password("correct horse battery").toString()).doesNotContain("horse");
    }
}
