package shop.email.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shop.platform.Failure;

class AddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"ann@example.com", "ann+tea@example.com", "Ann.O'Hara@example.com", "ann@münchen.example", "a@b"
            })
    void theseAreAddresses(String text) {
        assertThat(new Address(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ann",
                "@example.com",
                "ann@",
                "ann@example..com",
                "a..b@example.com",
                "ann@example.com\r\nBcc: all@example.com",
                "ann@example.com,bob@example.com",
                "Ann <ann@example.com>",
                "ann@exam ple.com",
                "ann@example.com\u0000",
                "ann\u202e@example.com",
                "ann@@example.com",
                "ann@-example.com-"
            })
    void theseAreNot(String text) {
        assertThatThrownBy(() -> new Address(text)).isInstanceOf(Failure.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 100_000})
    void tooLongIsNone(int length) {
        assertThatThrownBy(() -> new Address("a".repeat(length) + "@example.com"))
                .isInstanceOfSatisfying(Failure.class, f -> assertThat(f.code()).isEqualTo("too_long"));
    }
}
