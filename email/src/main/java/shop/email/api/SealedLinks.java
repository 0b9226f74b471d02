package shop.email.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import shop.email.domain.Address;
import shop.email.domain.UnsubscribeLinks;
import shop.platform.Failure;
import shop.platform.crypto.Secret;

/** Links that hold the address they are for, sealed: nobody can make one, or read who it is for. */
public final class SealedLinks implements UnsubscribeLinks {

    private final String publicUrl;
    private final Secret secret;

    public SealedLinks(String publicUrl, Secret secret) {
        this.publicUrl = publicUrl.replaceFirst("/+$", "");
        this.secret = secret.derive("unsubscribe");
    }

    @Override
    public String of(Address address) {
        var token = secret.seal(address.key().getBytes(UTF_8));
        return publicUrl + "/emails/unsubscribe?token="
                + Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    Address read(String token) {
        try {
            return new Address(new String(secret.open(Base64.getUrlDecoder().decode(token)), UTF_8));
        } catch (IllegalArgumentException | IllegalStateException | ArrayIndexOutOfBoundsException e) {
            throw Failure.malformed("invalid_token", "the token is not one of ours");
        }
    }
}
