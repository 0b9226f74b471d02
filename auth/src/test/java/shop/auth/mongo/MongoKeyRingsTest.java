package shop.auth.mongo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.util.Arrays;
import java.util.List;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.auth.domain.KeyRings;
import shop.auth.domain.KeyRingsContract;
import shop.platform.crypto.Secret;
import shop.platform.testing.TestMongo;

class MongoKeyRingsTest extends KeyRingsContract {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final KeyRings rings = rings("secret");

    @AfterEach
    void drop() {
        database.drop();
    }

    @Override
    protected KeyRings rings() {
        return rings;
    }

    private KeyRings rings(String secret) {
        return new MongoKeyRings(database.getCollection("keys"), Secret.of(secret));
    }

    @Test
    void thePrivateKeyIsNotThereToBeRead() {
        var ring = ring("one");
        rings.add(ring);

        var kept = database.getCollection("keys").find().first();
        var bytes = kept.getEmbedded(List.of("active", "sealed"), Binary.class).getData();
        var key = ring.active().pair().getPrivate().getEncoded();
        var middle = Arrays.copyOfRange(key, 100, 132);
        assertThat(new String(key, ISO_8859_1)).contains(new String(middle, ISO_8859_1));
        assertThat(new String(bytes, ISO_8859_1)).doesNotContain(new String(middle, ISO_8859_1));
    }

    @Test
    void anotherSecretIsNamedAsTheReason() {
        rings.add(ring("one"));

        assertThatThrownBy(() -> rings("another").find())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("AUTH_KEY_SECRET");
    }
}
