package shop.auth.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shop.platform.Failure;

class EmailTest {

    @ParameterizedTest
    @CsvSource({
        "ann@example.com, ann@example.com",
        "' Ann@Example.COM ', ann@example.com",
        "ann+shop@example.com, ann+shop@example.com",
        "a.b-c_d@mail.example.co.uk, a.b-c_d@mail.example.co.uk",
        "ann@bücher.example, ann@xn--bcher-kva.example",
        "ann@BÜCHER.example, ann@xn--bcher-kva.example",
        "ann@xn--bcher-kva.example, ann@xn--bcher-kva.example",
        "用户@例子.广告, 用户@xn--fsqu00a.xn--4rr70v",
        "ZOË@example.com, zoë@example.com",
        "root@localhost, root@localhost"
    })
    void allWaysToWriteAnAddressHaveOneKey(String typed, String key) {
        assertThat(Email.of(typed)).isEqualTo(new Email(typed.strip(), key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann",
                "@example.com",
                "ann@",
                "ann@@example.com",
                "ann smith@example.com",
                "ann.@example.com",
                ".ann@example.com",
                "a..b@example.com",
                "ann@exa mple.com",
                "ann@-example.com",
                "ann@example..com",
                "ann@example_.com",
                "\"ann\"@example.com",
                "ann@example.com\nBcc: bob@example.com",
                "ann\u200b@example.com",
                "ann\u202e@example.com",
                "<ann@example.com>",
                "ann@[127.0.0.1]"
            })
    void whatIsNoAddressIsRefused(String typed) {
        assertThatThrownBy(() -> Email.of(typed))
                .isInstanceOfSatisfying(Failure.class, f -> assertThat(f.code()).isEqualTo("invalid_format"));
        assertThat(Email.keyOf(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 250, 5000})
    void whatIsTooLongIsRefused(int length) {
        assertThatThrownBy(() -> Email.of("x".repeat(length) + "@example.com")).isInstanceOf(Failure.class);
    }

    @ParameterizedTest
    @CsvSource({"jose\u0301@example.com, jos\u00e9@example.com"})
    void composedAndDecomposedAreTheSame(String one, String other) {
        assertThat(Email.of(one).key()).isEqualTo(Email.of(other).key());
    }
}
