package shop.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import shop.platform.Failure;
import shop.platform.crypto.Secret;

/** Positions in lists as clients see them: opaque, and signed, so that one made up or of another list is noticed. */
final class Cursors {

    private static final int SIGNATURE = 12; // bytes; enough to notice tampering, and short in a link

    private final Secret secret;

    Cursors(Secret secret) {
        this.secret = secret;
    }

    /**
     * The cursor of a position.
     *
     * @param list tells the list from every other: a position means nothing elsewhere
     */
    String write(String list, String position) {
        var text = position.getBytes(UTF_8);
        var signed = Arrays.copyOf(signature(list, text), SIGNATURE + text.length);
        System.arraycopy(text, 0, signed, SIGNATURE, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    String read(String list, String cursor) {
        try {
            var signed = Base64.getUrlDecoder().decode(cursor);
            if (signed.length < SIGNATURE) throw invalid();
            var text = Arrays.copyOfRange(signed, SIGNATURE, signed.length);
            if (Secret.same(Arrays.copyOf(signed, SIGNATURE), signature(list, text))) return new String(text, UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
        throw invalid();
    }

    private byte[] signature(String list, byte[] position) {
        var name = (list + '\n').getBytes(UTF_8); // no list has a line break in its name
        var both = Arrays.copyOf(name, name.length + position.length);
        System.arraycopy(position, 0, both, name.length, position.length);
        return Arrays.copyOf(secret.sign(both), SIGNATURE);
    }

    private static Failure invalid() {
        return Failure.malformed("invalid_cursor", "the cursor is not one of this list; begin without one");
    }
}
