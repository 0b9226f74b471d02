package shop.auth.jwt;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Jwks;
import java.security.Key;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import shop.auth.domain.Account;
import shop.auth.domain.KeyKeeping;
import shop.auth.domain.Role;
import shop.auth.domain.Session;
import shop.auth.domain.SigningKey;
import shop.auth.domain.Tokens;
import shop.platform.Id;
import shop.platform.security.AccessTokens;
import shop.platform.security.SignedTokens;

/** Access tokens as JWTs (RFC 9068 in spirit): RS256, signed with the active key of the ring. */
public final class JwtTokens implements Tokens {

    private final KeyKeeping keys;
    private final String issuer;
    private final Clock clock;
    private final SignedTokens ours;

    public JwtTokens(KeyKeeping keys, String issuer, Clock clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.clock = clock;
        this.ours = new SignedTokens(this::key, issuer, clock);
    }

    @Override
    public String forPerson(Account account, Session session) {
        return sign(token(account.id(), AccessTokens.AUDIENCE, PERSONAL)
                .claim("sid", session.id())
                .claim("roles", names(account))
                .claim("email_verified", account.emailVerified())
                .claim("name", account.displayName()));
    }

    @Override
    public String forService(String service) {
        return sign(token(service, AccessTokens.INTERNAL_AUDIENCE, INTERNAL).claim("roles", List.of("service")));
    }

    private static List<String> names(Account account) {
        return account.roles().stream().sorted().map(JwtTokens::name).toList();
    }

    private static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private JwtBuilder token(String subject, String audience, Duration life) {
        var now = clock.instant();
        return Jwts.builder()
                .issuer(issuer)
                .audience()
                .add(audience)
                .and()
                .subject(subject)
                .id(Id.next("jti", now))
                .issuedAt(Date.from(now))
                .expiration(Date.from(now.plus(life)));
    }

    private String sign(JwtBuilder token) {
        var key = keys.ring().active();
        return token.header()
                .type("JWT")
                .keyId(key.id())
                .and()
                .signWith(key.pair().getPrivate(), Jwts.SIG.RS256)
                .compact();
    }

    @Override
    public Optional<Statement> read(String token) {
        return ours.read(token, JwtTokens::statement);
    }

    private static Optional<Statement> statement(Claims claims) {
        if (claims.getIssuedAt() == null) return Optional.empty();
        List<?> roles =
                Optional.<List<?>>ofNullable(claims.get("roles", List.class)).orElse(List.of());
        return Optional.of(new Statement(
                claims.getId(),
                claims.getIssuer(),
                String.join(" ", claims.getAudience()),
                claims.getSubject(),
                Optional.ofNullable(claims.get("sid", String.class)),
                roles.stream().map(String::valueOf).toList(),
                claims.getIssuedAt().toInstant(),
                claims.getExpiration().toInstant()));
    }

    private Optional<Key> key(String id) {
        return keys.ring().all().stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .map(key -> key.pair().getPublic());
    }

    @Override
    public String publicKeys() {
        return keys.ring().all().stream()
                .map(JwtTokens::published)
                .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    }

    private static String published(SigningKey key) {
        return Jwks.json(Jwks.builder()
                .key((RSAPublicKey) key.pair().getPublic())
                .id(key.id())
                .algorithm("RS256")
                .publicKeyUse("sig")
                .build());
    }
}
