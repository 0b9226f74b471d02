package shop.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import shop.platform.Failure;
import shop.platform.crypto.Secret;

/** Positions in lists as clients see them: opaque, and signed, so that a made-up one is noticed. */
final class Cursors {

    private static final int SIGNATURE = 12; // bytes; enough to notice tampering, and short in a link

    private final Secret secret;

    Cursors(Secret secret) {
        this.secret = secret;
    }

    String write(String position) {
        var text = position.getBytes(UTF_8);
        var signed = Arrays.copyOf(signature(text), SIGNATURE + text.length);
        System.arraycopy(text, 0, signed, SIGNATURE, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    String read(String cursor) {
        try {
            var signed = Base64.getUrlDecoder().decode(cursor);
            if (signed.length < SIGNATURE) throw invalid();
            var text = Arrays.copyOfRange(signed, SIGNATURE, signed.length);
            if (Secret.same(Arrays.copyOf(signed, SIGNATURE), signature(text))) return new String(text, UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
        throw invalid();
    }

    private byte[] signature(byte[] text) {
        return Arrays.copyOf(secret.sign(text), SIGNATURE);
    }

    private static Failure invalid() {
        return Failure.malformed("invalid_cursor", "the cursor is not one of ours; begin without one");
    }
}
