package shop.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A key that never shows itself: it signs (HMAC-SHA-256), seals (AES-256-GCM), and makes other keys for one purpose. */
public final class Secret {

    private static final int NONCE = 12; // bytes, as NIST SP 800-38D recommends for GCM
    private static final int TAG = 128; // bits
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    private Secret(byte[] key) {
        this.key = key;
    }

    public static Secret of(String passphrase) {
        return new Secret(hmac("shop".getBytes(UTF_8), passphrase.getBytes(UTF_8)));
    }

    /** Another secret, good for this purpose alone: who learns it knows nothing of this one. */
    public Secret derive(String purpose) {
        return new Secret(sign(purpose.getBytes(UTF_8)));
    }

    public byte[] sign(byte[] data) {
        return hmac(key, data);
    }

    public byte[] seal(byte[] plain) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        var sealed = crypt(Cipher.ENCRYPT_MODE, nonce, plain);
        var all = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE, sealed.length);
        return all;
    }

    /** What was sealed with this secret. Anything else is an {@link IllegalStateException}. */
    public byte[] open(byte[] sealed) {
        if (sealed.length < NONCE) throw new IllegalStateException("this was not sealed at all");
        return crypt(
                Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), Arrays.copyOfRange(sealed, NONCE, sealed.length));
    }

    /** Compares in the same time whatever differs. */
    public static boolean same(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this was sealed with another secret", e);
        }
    }

    private static byte[] hmac(byte[] key, byte[] data) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
