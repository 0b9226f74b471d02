package shop.platform.security;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static shop.platform.testing.TestPlatform.NOON;

import io.jsonwebtoken.Jwts;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens put together by hand, good and bad ones: no library makes what attackers make. */
final class ForgedTokens {

    static final KeyPair AUTH = Jwts.SIG.RS256.keyPair().build();
    static final KeyPair THIEF = Jwts.SIG.RS256.keyPair().build();

    static final long NOW = NOON.getEpochSecond();
    static final String HEADER = "{\"alg\":\"RS256\",\"kid\":\"key-1\"}";
    static final String ANN = claims("\"shop\"", NOW + 600, "");
    static final String SIBLING = "{\"iss\":\"https://shop/auth\",\"sub\":\"orders\",\"aud\":\"shop-internal\",\"exp\":"
            + (NOW + 60) + ",\"roles\":[\"service\"]}";

    private ForgedTokens() {}

    static String claims(String audience, long expires, String more) {
        return """
                {"iss":"https://shop/auth","sub":"usr_ann","sid":"ses_1","aud":%s,"exp":%d,"roles":["customer"]%s}""".formatted(audience, expires, more);
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String base64(String text) {
        return base64(text.getBytes(UTF_8));
    }

    static String signed(String header, String claims) {
        return signed(header, claims, AUTH.getPrivate(), "SHA256withRSA");
    }

    static String signed(String header, String claims, PrivateKey key, String algorithm) {
        return sealed(base64(header) + "." + base64(claims), key, algorithm);
    }

    static String sealed(String content, PrivateKey key, String algorithm) {
        try {
            var signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(content.getBytes(US_ASCII));
            return content + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hmac(byte[] secret) {
        var content = base64("{\"alg\":\"HS256\",\"kid\":\"key-1\"}") + "." + base64(ANN);
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return content + "." + base64(mac.doFinal(content.getBytes(US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String pem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(AUTH.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }
}
