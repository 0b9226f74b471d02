package shop.email.jte;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shop.email.domain.Language;
import shop.email.domain.Value;
import shop.platform.Money;

/** The words of one language, from its properties file. */
final class Words {

    private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");

    private final Language language;
    private final Properties words = new Properties();

    Words(Language language) {
        this.language = language;
        var file = language.locale().getLanguage() + ".properties";
        try (var in = Objects.requireNonNull(Words.class.getResourceAsStream(file), file)) {
            words.load(new InputStreamReader(in, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words of this name; that there are none is a mistake of ours. */
    String say(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException("no words for " + key + " in " + language));
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(words.getProperty(key));
    }

    /** The text with its gaps filled; empty when something is not known, because half a sentence says nothing. */
    Optional<String> fill(String text, Map<String, Value> values) {
        return fill(text, values, UnaryOperator.identity());
    }

    /** The same, with each value written in some other way: in a link, say. */
    Optional<String> fill(String text, Map<String, Value> values, UnaryOperator<String> form) {
        var gaps = GAP.matcher(text);
        if (gaps.results().anyMatch(gap -> !values.containsKey(gap.group(1)))) return Optional.empty();
        return Optional.of(gaps.reset()
                .replaceAll(gap ->
                        Matcher.quoteReplacement(form.apply(write(Objects.requireNonNull(values.get(gap.group(1))))))));
    }

    private String write(Value value) {
        return switch (value) {
            case Value.Text(var text) -> text;
            case Value.Count(var number) -> number(number);
            case Value.Amount(var money) -> money(money);
            case Value.Time(var at) ->
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                                .withLocale(language.locale())
                                .withZone(ZoneOffset.UTC)
                                .format(at)
                        + " UTC";
            case Value.Lines _ -> throw new IllegalStateException("a table is no part of a sentence");
        };
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    String money(Money money) {
        var currency = Currency.getInstance(money.currency());
        var digits = Math.max(0, currency.getDefaultFractionDigits());
        var format = NumberFormat.getCurrencyInstance(language.locale());
        format.setCurrency(currency);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(BigDecimal.valueOf(money.amount(), digits));
    }
}
