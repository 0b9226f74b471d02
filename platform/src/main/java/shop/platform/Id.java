package shop.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;

/** Prefixed, time-ordered, URL-safe ids in the TypeID form: {@code ord_01jd…}, a UUIDv7 (RFC 9562) in base 32. */
public final class Id {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Id() {}

    /** A new id that sorts after those of earlier milliseconds. */
    public static String next(String prefix, Instant now) {
        return of(prefix, now.toEpochMilli(), RANDOM.nextLong(), RANDOM.nextLong());
    }

    /**
     * The id of what another thing causes: the same cause always makes the same id, so that doing it twice is noticed.
     *
     * @param now when the cause came about; the id sorts there
     * @param cause whatever tells this cause from every other: an event's id, with a recipient where it has several
     */
    public static String derived(String prefix, Instant now, String cause) {
        try {
            var hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(cause.getBytes(UTF_8)));
            return of(prefix, now.toEpochMilli(), hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String of(String prefix, long millis, long some, long more) {
        var high = millis << 16 | 0x7000 | (some & 0xfff);
        var low = 1L << 63 | more >>> 2;
        var text = new char[26];
        for (int i = text.length - 1; i >= 0; i--) {
            text[i] = ALPHABET.charAt((int) low & 31);
            low = low >>> 5 | high << 59;
            high >>>= 5;
        }
        return prefix + "_" + new String(text);
    }
}
