package shop.products.domain;

import java.net.URI;
import java.util.Optional;
import shop.platform.Failure;

/** A picture, wherever on the web it is, and what it shows in words. */
public record Image(String url, Optional<String> alt) {

    public Image {
        Checks.text("/url", url, 2_000);
        Checks.text("/alt", alt, 300);
        if (!onTheWeb(url)) throw Failure.invalid("/url", "invalid_format", "must be an http or https address");
    }

    private static boolean onTheWeb(String url) {
        try {
            var address = URI.create(url);
            return address.getHost() != null
                    && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
