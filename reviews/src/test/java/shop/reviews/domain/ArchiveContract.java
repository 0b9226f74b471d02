package shop.reviews.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What any Archive must do. */
public abstract class ArchiveContract {

    /** The same empty Archive for the whole of one test. */
    protected abstract Archive archive();

    @Test
    void onlyNewsIsNew() {
        assertThat(archive().has("tea")).isFalse();
        archive().learn("tea", true, 2);
        archive().learn("tea", false, 1);
        archive().learn("tea", false, 2);
        assertThat(archive().has("tea")).isTrue();

        archive().learn("tea", false, 3);
        assertThat(archive().has("tea")).isFalse();
        assertThat(archive().has("mug")).isFalse();
    }
}
