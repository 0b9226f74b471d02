package shop.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import shop.notifications.domain.PreferenceBook.Reader;
import shop.notifications.domain.Preferences.Channels;

/** What any PreferenceBook must do. */
public abstract class PreferenceBookContract {

    private static final Preferences QUIET =
            new Preferences("ann", Map.of(Type.ORDER_PAID, new Channels(true, false, false)));

    /** The same empty PreferenceBook for the whole of one test. */
    protected abstract PreferenceBook book();

    @Test
    void whoSaysNothingHearsEverything() {
        assertThat(book().find("ann")).isEqualTo(Preferences.usual("ann"));
    }

    @Test
    void whatIsKeptIsFoundUnchangedAndTheLastWordCounts() {
        book().keep(QUIET);
        assertThat(book().find("ann")).isEqualTo(QUIET);

        book().keep(Preferences.usual("ann"));
        assertThat(book().find("ann")).isEqualTo(Preferences.usual("ann"));
    }

    @Test
    void manyAreReadAtOnceInTheirOrder() {
        book().keep(QUIET);
        book().speaks("bob", Locale.forLanguageTag("de-AT"), 1);

        assertThat(book().readers(List.of("bob", "ann", "cat")))
                .containsExactly(
                        new Reader(Preferences.usual("bob"), Locale.forLanguageTag("de-AT")),
                        new Reader(QUIET, Locale.ENGLISH),
                        new Reader(Preferences.usual("cat"), Locale.ENGLISH));
        assertThat(book().readers(List.of())).isEmpty();
    }

    @Test
    void onlyNewsIsNew() {
        book().speaks("ann", Locale.GERMAN, 2);
        book().speaks("ann", Locale.ENGLISH, 1);
        book().speaks("ann", Locale.FRENCH, 2);
        assertThat(locale()).isEqualTo(Locale.GERMAN);

        book().speaks("ann", Locale.ENGLISH, 3);
        assertThat(locale()).isEqualTo(Locale.ENGLISH);
    }

    private Locale locale() {
        return book().readers(List.of("ann")).getFirst().locale();
    }

    @Test
    void whoIsForgottenLeftNoWishes() {
        book().keep(QUIET);
        book().speaks("ann", Locale.GERMAN, 1);

        book().forget("ann");

        assertThat(book().readers(List.of("ann")))
                .containsExactly(new Reader(Preferences.usual("ann"), Locale.ENGLISH));
    }
}
