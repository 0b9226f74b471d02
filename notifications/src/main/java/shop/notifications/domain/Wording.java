package shop.notifications.domain;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** What notifications say, in the languages there are. */
final class Wording {

    private static final String BUNDLE = "shop.notifications.wording";

    private Wording() {}

    static String title(Type type, Locale locale, Map<String, String> data) {
        return text(type.label() + ".title", locale, data);
    }

    static String body(Type type, Locale locale, Map<String, String> data) {
        return text(type.label() + ".body", locale, data);
    }

    private static String text(String key, Locale locale, Map<String, String> data) {
        var bundle = ResourceBundle.getBundle(BUNDLE, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        var subject = data.getOrDefault("number", data.getOrDefault("title", ""));
        return new MessageFormat(bundle.getString(key), locale)
                .format(new Object[] {subject, data.getOrDefault("detail", "")});
    }
}
