package shop.email.jte;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import shop.email.domain.Language;
import shop.email.domain.Letter;
import shop.email.domain.Letters;
import shop.email.domain.Template;
import shop.email.domain.Value;
import shop.platform.json.Json;

/** Writes mails from words in a properties file per language, put on a page by templates compiled with the code. */
public final class JteLetters implements Letters {

    private static final int LONGEST_SUBJECT = 200;

    private final String publicUrl;
    private final TemplateEngine html = TemplateEngine.createPrecompiled(ContentType.Html);
    private final TemplateEngine text = TemplateEngine.createPrecompiled(ContentType.Plain);
    private final Map<Language, Words> languages = new EnumMap<>(Language.class);

    /** @param publicUrl what all links begin with */
    public JteLetters(String publicUrl) {
        this.publicUrl = publicUrl.replaceFirst("/+$", "");
        for (var language : Language.values()) languages.put(language, new Words(language));
    }

    @Override
    public Letter write(Template template, Language language, Map<String, Value> values, Optional<String> unsubscribe) {
        var sheet = sheet(template, language, values, unsubscribe);
        return new Letter(sheet.subject(), render(html, "page.jte", sheet), render(text, "plain.jte", sheet));
    }

    private Sheet sheet(Template template, Language language, Map<String, Value> values, Optional<String> unsubscribe) {
        var words = Objects.requireNonNull(languages.get(language));
        var name = Json.name(template);
        var paragraphs = Arrays.stream(words.say(name + ".text").split("\n"))
                .flatMap(paragraph -> words.fill(paragraph, values).stream())
                .toList();
        return new Sheet(
                language.locale().getLanguage(),
                subject(words, name, values),
                paragraphs,
                lines(words, values),
                total(words, values),
                button(words, name, values),
                words.say(template.essential() ? "footer.essential" : "footer.optional"),
                unsubscribe.map(url -> new Sheet.Link(words.say("unsubscribe"), url)));
    }

    private static String subject(Words words, String name, Map<String, Value> values) {
        var subject = words.fill(words.say(name + ".subject"), values)
                .orElseThrow(() -> new IllegalStateException("the subject of " + name + " needs what is optional"))
                .replaceAll("\\p{Cntrl}+", " ");
        return subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT));
    }

    private static List<Sheet.Line> lines(Words words, Map<String, Value> values) {
        return values.values().stream()
                .flatMap(value -> value instanceof Value.Lines(var lines) ? lines.stream() : null)
                .map(line -> new Sheet.Line(line.title(), words.number(line.quantity()), words.money(line.total())))
                .toList();
    }

    private static Optional<Sheet.Total> total(Words words, Map<String, Value> values) {
        return values.get("total") instanceof Value.Amount(var money)
                ? Optional.of(new Sheet.Total(words.say("total"), words.money(money)))
                : Optional.empty();
    }

    private Optional<Sheet.Link> button(Words words, String name, Map<String, Value> values) {
        return words.find(name + ".link")
                .flatMap(path -> words.fill(path, values, part -> URLEncoder.encode(part, UTF_8)))
                .map(path -> new Sheet.Link(words.say(name + ".button"), publicUrl + path));
    }

    private static String render(TemplateEngine engine, String template, Sheet sheet) {
        var output = new StringOutput();
        engine.render(template, sheet, output);
        return output.toString();
    }
}
