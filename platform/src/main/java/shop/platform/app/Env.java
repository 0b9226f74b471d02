package shop.platform.app;

import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The only door to configuration: environment variables in, typed values out. Whatever is missing or wrong is an
 * {@link IllegalStateException} that names the variable and what it should hold.
 */
public record Env(Map<String, String> values) {

    public static Env system() {
        return new Env(System.getenv());
    }

    public String required(String name) {
        return optional(name)
                .orElseThrow(() -> new IllegalStateException("environment variable " + name + " is required"));
    }

    /** What is set to nothing counts as not set: compose files hand on empty variables. */
    public Optional<String> optional(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    public String or(String name, String fallback) {
        return optional(name).orElse(fallback);
    }

    public int integer(String name, int fallback) {
        return parsed(name, Integer::parseInt, "a whole number", fallback);
    }

    /** Where this process listens: {@code PORT}. */
    public int port() {
        return parsed("PORT", Env::port, "a port from 1 to 65535", 8080);
    }

    /** Whether this is no play: {@code SHOP_ENV}, which is {@code development} unless it is {@code production}. */
    public boolean production() {
        return parsed("SHOP_ENV", Env::production, "production or development", false);
    }

    public boolean flag(String name, boolean fallback) {
        return parsed(name, Env::flag, "true or false", fallback);
    }

    /** A time span as {@code 30s}, {@code 15m}, {@code 24h} or {@code 180d}. */
    public Duration duration(String name, Duration fallback) {
        return parsed(name, Env::span, "a time span like 30s, 15m, 24h or 180d", fallback);
    }

    public URI uri(String name, String fallback) {
        return parsed(name, Env::address, "an address like " + fallback, URI.create(fallback));
    }

    /** Parts between commas. */
    public List<String> list(String name) {
        return Stream.of(or(name, "").split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** This environment, with some variables set otherwise. */
    public Env with(Map<String, String> more) {
        var all = new HashMap<>(values);
        all.putAll(more);
        return new Env(all);
    }

    private <T> T parsed(String name, Function<String, T> parser, String wanted, T fallback) {
        var value = optional(name);
        if (value.isEmpty()) return fallback;
        try {
            return parser.apply(value.get());
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new IllegalStateException("environment variable " + name + " must be " + wanted, e);
        }
    }

    private static int port(String value) {
        var port = Integer.parseInt(value);
        if (port < 1 || port > 65_535) throw new IllegalArgumentException(value);
        return port;
    }

    private static URI address(String value) {
        var uri = URI.create(value);
        if (uri.getHost() == null) throw new IllegalArgumentException(value);
        return uri;
    }

    private static boolean production(String value) {
        return switch (value) {
            case "production" -> true;
            case "development" -> false;
            case String other -> throw new IllegalArgumentException(other);
        };
    }

    private static boolean flag(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            case String other -> throw new IllegalArgumentException(other);
        };
    }

    private static Duration span(String value) {
        var days = value.endsWith("d");
        return Duration.parse((days ? "P" : "PT") + value.toUpperCase(Locale.ROOT));
    }
}
