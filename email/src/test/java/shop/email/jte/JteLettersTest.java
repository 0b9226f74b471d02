package shop.email.jte;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shop.email.domain.Language;
import shop.email.domain.Letter;
import shop.email.domain.Template;
import shop.platform.json.Json;

class JteLettersTest {

    private final JteLetters letters = new JteLetters("https://shop.example/");

    @ParameterizedTest
    @EnumSource(Template.class)
    void everyTemplateIsWrittenInEveryLanguage(Template template) {
        var subjects = Arrays.stream(Language.values())
                .map(language -> write(template, language, template.example()))
                .peek(letter -> {
                    assertThat(letter.html()).startsWith("<!DOCTYPE html>").contains("</html>");
                    assertThat(letter.html() + letter.text() + letter.subject()).doesNotContainPattern("\\{\\w+}|null");
                    assertThat(letter.text()).doesNotContain("<").contains("-- \n");
                })
                .map(Letter::subject)
                .toList();
        assertThat(subjects).doesNotHaveDuplicates().allMatch(subject -> !subject.isBlank());
    }

    @ParameterizedTest
    @EnumSource(Template.class)
    void whatIsOptionalMayBeMissing(Template template) {
        var least = new HashMap<>(template.example());
        template.variables().stream().filter(each -> !each.required()).forEach(each -> least.remove(each.name()));

        var letter = write(template, Language.EN, least);

        assertThat(letter.text()).doesNotContain("{").isNotBlank();
    }

    @Test
    void anOrderIsATableInTheMannerOfTheLanguage() {
        var example = Template.ORDER_CONFIRMATION.example();

        assertThat(write(Template.ORDER_CONFIRMATION, Language.EN, example).text())
                .contains("Hello Ann,")
                .contains("2 x Green tea: €9.98")
                .contains("Total: €9.98")
                .contains("https://shop.example/orders/ord_01m1c2jv00e8e8qfx9b2d3n401");
        assertThat(write(Template.ORDER_CONFIRMATION, Language.DE, example).html())
                .contains("<html lang=\"de\">")
                .contains("Hallo Ann,")
                .contains("9,98\u00a0€");
    }

    @Test
    void currenciesKeepTheirDigits() {
        assertThat(amount(500, "JPY")).contains("500").doesNotContain("500.00").doesNotContain("5.00");
        assertThat(amount(1234, "KWD")).contains("1.234");
    }

    @Test
    void nothingInAMailCanBeMarkupOrALinkElsewhere() {
        var letter = write(
                Template.VERIFY_EMAIL,
                Language.EN,
                Map.of("displayName", "<img src=x onerror=alert(1)>{token}", "token", "a&b=\"><script>c"));

        assertThat(letter.html())
                .contains("&lt;img src=x")
                .doesNotContain("<img")
                .doesNotContain("<script")
                .contains("href=\"https://shop.example/verify-email?token=a%26b%3D%22%3E%3Cscript%3Ec\"");
        assertThat(letter.text()).contains("{token}"); // what people call themselves is never filled in again
    }

    @Test
    void aSubjectIsOneLine() {
        var data = new HashMap<>(Template.LOW_STOCK.example());
        data.put("title", "Tea\nBcc: all@example.com" + "x".repeat(500));

        assertThat(write(Template.LOW_STOCK, Language.EN, data).subject())
                .startsWith("Stock of Tea Bcc: all@example.com")
                .hasSize(200);
    }

    @Test
    void onlyMailsNobodyNeedsCanBeEnded() {
        var letter = letters.write(
                Template.REVIEW_REQUEST,
                Language.DE,
                Template.REVIEW_REQUEST.fill(Template.REVIEW_REQUEST.example()),
                Optional.of("https://shop.example/emails/unsubscribe?token=t"));

        assertThat(letter.html()).contains("href=\"https://shop.example/emails/unsubscribe?token=t\"");
        assertThat(letter.text()).contains("abbestellen: https://shop.example/emails/unsubscribe?token=t");
    }

    @Test
    void bothLanguagesSayTheSameThings() throws Exception {
        var keys = new ArrayList<Set<Object>>();
        for (var file : List.of("en.properties", "de.properties")) {
            var words = new Properties();
            try (var in = Objects.requireNonNull(JteLetters.class.getResourceAsStream(file))) {
                words.load(in);
            }
            keys.add(words.keySet());
        }
        assertThat(keys.getFirst()).isEqualTo(keys.getLast());
        for (var template : Template.values()) {
            assertThat(keys.getFirst()).contains(Json.name(template) + ".subject", Json.name(template) + ".text");
        }
    }

    private String amount(long amount, String currency) {
        var money = Map.of("amount", amount, "currency", currency);
        var data = Map.of("orderId", "ord_1", "number", "1", "amount", money);
        return write(Template.ORDER_REFUNDED, Language.EN, Map.copyOf(data)).text();
    }

    private Letter write(Template template, Language language, Map<String, ?> data) {
        return letters.write(template, language, template.fill(Map.copyOf(data)), Optional.empty());
    }
}
