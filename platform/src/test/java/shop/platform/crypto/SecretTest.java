package shop.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SecretTest {

    private final Secret secret = Secret.of("for tests");

    @Test
    void whatIsSealedIsOpenedWithTheSameSecretOnly() {
        var sealed = secret.seal("hello".getBytes(UTF_8));

        assertThat(new String(secret.open(sealed), UTF_8)).isEqualTo("hello");
        assertThat(secret.seal("hello".getBytes(UTF_8))).isNotEqualTo(sealed);
        assertThatThrownBy(() -> secret.derive("other").open(sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> secret.open(new byte[3])).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsSealedCannotBeChanged() {
        var sealed = secret.seal("hello".getBytes(UTF_8));
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> secret.open(sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void everyPurposeHasAKeyOfItsOwn() {
        var text = "x".getBytes(UTF_8);
        assertThat(secret.derive("a").sign(text))
                .isNotEqualTo(secret.derive("b").sign(text))
                .isEqualTo(Secret.of("for tests").derive("a").sign(text));
    }
}
