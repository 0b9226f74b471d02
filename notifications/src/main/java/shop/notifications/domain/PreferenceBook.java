package shop.notifications.domain;

import java.util.List;
import java.util.Locale;

/** What people prefer. */
public interface PreferenceBook {

    /**
     * How to tell somebody.
     *
     * @param locale the language they read; English when nobody knows
     */
    record Reader(Preferences preferences, Locale locale) {

        String id() {
            return preferences.id();
        }
    }

    Preferences find(String userId);

    void keep(Preferences preferences);

    /** Each of them, in their order. */
    List<Reader> readers(List<String> userIds);

    /** Learns a language; older news (a lower sequence) changes nothing. */
    void speaks(String userId, Locale locale, int sequence);

    void forget(String userId);
}
