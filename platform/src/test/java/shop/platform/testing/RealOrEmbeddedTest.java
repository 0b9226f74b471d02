package shop.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.platform.testing.RealOrEmbedded.withoutCredentials;

import org.junit.jupiter.api.Test;

class RealOrEmbeddedTest {

    @Test
    void credentialsAreNotSaidAloud() {
        assertThat(withoutCredentials("mongodb://ann:p@ss@db-1,db-2/?authSource=admin"))
                .isEqualTo("mongodb://db-1,db-2/");
        assertThat(withoutCredentials("amqp://localhost:5672")).isEqualTo("amqp://localhost:5672");
    }
}
