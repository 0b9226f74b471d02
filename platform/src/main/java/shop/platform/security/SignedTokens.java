package shop.platform.security;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Header;
import io.jsonwebtoken.JwsHeader;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.UnsupportedJwtException;
import io.jsonwebtoken.io.AbstractDeserializer;
import io.jsonwebtoken.io.DeserializationException;
import java.io.Reader;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import shop.platform.json.Json;
import tools.jackson.core.type.TypeReference;

/**
 * Reads what auth has signed (RFC 7519, RFC 8725): RS256 and nothing else, whatever a header says about algorithms or
 * about where to find keys; strict JSON, so that no two readers can understand a token differently.
 */
public final class SignedTokens {

    /** By how much clocks may differ. */
    static final Duration SKEW = Duration.ofSeconds(30);

    private static final int LONGEST = 8_192;
    private static final Pattern COMPACT = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

    private final JwtParser parser;

    /**
     * Reads tokens signed with these keys.
     *
     * @param keys by kid
     * @param issuer that tokens must name
     */
    public SignedTokens(Function<String, Optional<Key>> keys, String issuer, Clock clock) {
        parser = Jwts.parser()
                .sig()
                .clear()
                .add(Jwts.SIG.RS256)
                .and()
                .zip()
                .clear()
                .and()
                .json(new StrictJson())
                .keyLocator(header -> key(keys, header))
                .requireIssuer(issuer)
                .clockSkewSeconds(SKEW.toSeconds())
                .clock(() -> Date.from(clock.instant()))
                .build();
    }

    private static Key key(Function<String, Optional<Key>> keys, Header header) {
        var kid = header instanceof JwsHeader signed ? signed.getKeyId() : null;
        return Optional.ofNullable(kid)
                .flatMap(keys)
                .orElseThrow(() -> new UnsupportedJwtException("signed with a key that nobody knows"));
    }

    /**
     * What a token says about somebody until some time; nothing when anything is wrong with it.
     *
     * @param meaning of its claims, among which are a subject and an expiration
     */
    public <T> Optional<T> read(String token, Function<Claims, Optional<T>> meaning) {
        if (token.length() > LONGEST || !COMPACT.matcher(token).matches()) return Optional.empty();
        try {
            var claims = parser.parseSignedClaims(token).getPayload();
            return claims.getSubject() == null || claims.getExpiration() == null
                    ? Optional.empty()
                    : meaning.apply(claims);
        } catch (JwtException | IllegalArgumentException | ClassCastException e) {
            return Optional.empty();
        }
    }

    /** Duplicate names, deep nesting and times that are no numbers (RFC 7519 §2) are errors. */
    private static final class StrictJson extends AbstractDeserializer<Map<String, ?>> {

        private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
        private static final List<String> TIMES = List.of(Claims.EXPIRATION, Claims.NOT_BEFORE, Claims.ISSUED_AT);

        @Override
        protected Map<String, ?> doDeserialize(Reader reader) {
            var object = Json.STRICT.readValue(reader, OBJECT);
            for (var time : TIMES) {
                if (object.containsKey(time) && !(object.get(time) instanceof Number)) {
                    throw new DeserializationException(time + " is no number");
                }
            }
            return object;
        }
    }
}
