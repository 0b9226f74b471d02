package shop.notifications.domain;

import java.util.Locale;

/** What people prefer. */
public interface PreferenceBook {

    Preferences find(String userId);

    void keep(Preferences preferences);

    /** The language somebody reads; English when nobody knows. */
    Locale locale(String userId);

    /** Learns a language; older news (a lower sequence) changes nothing. */
    void speaks(String userId, Locale locale, int sequence);

    void forget(String userId);
}
