package shop.auth.domain;

import java.util.Locale;

/**
 * Where a request came from.
 *
 * @param address of the client
 * @param userAgent what the client calls itself, cut to a length that can be kept
 */
public record Origin(String address, String userAgent) {

    private static final int LONGEST = 256;

    public Origin {
        userAgent = userAgent.replaceAll("\\p{Cntrl}", " ").strip();
        if (userAgent.length() > LONGEST) userAgent = userAgent.substring(0, LONGEST);
    }

    /** The same for one program in one network, whichever version it is and whatever address it has been given today. */
    String device() {
        var program = userAgent.replaceAll("[0-9]+([._][0-9]+)*", "").toLowerCase(Locale.ROOT);
        return Digests.sha256(program + "|" + network()).substring(0, 16);
    }

    private String network() {
        var parts = address.split("[.:]");
        return parts.length < 2 ? address : parts[0] + "." + parts[1];
    }
}
