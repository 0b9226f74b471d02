package shop.auth.domain;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * What a client shows to get its next access token; opaque to the client.
 *
 * @param handle finds the session; no secret, and not the session's id, which others may see
 * @param generation how many came before it in this session
 * @param secret 256 bits
 */
public record RefreshToken(String handle, int generation, byte[] secret) {

    static final int HANDLE = 12; // bytes
    static final int SECRET = 32; // bytes

    private static final int LENGTH = 64; // characters

    /** A token as a client sends it; nothing when it can't be one of ours. */
    static Optional<RefreshToken> parse(String text) {
        if (text.length() != LENGTH) return Optional.empty();
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            var handle = new byte[HANDLE];
            bytes.get(handle);
            var generation = bytes.getInt();
            var secret = new byte[SECRET];
            bytes.get(secret);
            return generation < 0
                    ? Optional.empty()
                    : Optional.of(new RefreshToken(base64(handle), generation, secret));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public String text() {
        var bytes = ByteBuffer.allocate(HANDLE + Integer.BYTES + SECRET)
                .put(Base64.getUrlDecoder().decode(handle))
                .putInt(generation)
                .put(secret);
        return base64(bytes.array());
    }

    /** All that is kept of it. */
    String hash() {
        return Digests.sha256(secret);
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RefreshToken token
                && handle.equals(token.handle)
                && generation == token.generation
                && Arrays.equals(secret, token.secret);
    }

    @Override
    public int hashCode() {
        return handle.hashCode() + generation;
    }

    @Override
    public String toString() {
        return "RefreshToken[" + handle + ", " + generation + ", …]";
    }
}
