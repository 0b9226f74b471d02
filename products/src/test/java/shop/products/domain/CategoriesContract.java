package shop.products.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shop.platform.Failure;

/** What any Categories must do; each implementation runs all of it. */
public abstract class CategoriesContract {

    private static final Category TEA = new Category("tea", "Tea", Optional.empty(), 2, 1);
    private static final Category POT = new Category("pot", "Pot", Optional.of("tea"), 1, 1);

    /** The same empty Categories for the whole of one test. */
    protected abstract Categories categories();

    @Test
    void theyComeByPosition() {
        categories().put(TEA);
        categories().put(POT);

        assertThat(categories().all()).containsExactly(POT, TEA);
    }

    @Test
    void whatIsThereStaysAsItIs() {
        categories().put(TEA);
        categories().addMissing(List.of(Category.named("tea"), Category.named("cup")));

        assertThat(categories().all()).containsExactly(Category.named("cup"), TEA);
    }

    @Test
    void ofTwoWhoChangeOneIsFaster() {
        categories().put(TEA);
        categories().put(new Category("tea", "Teas", Optional.empty(), 1, 2));

        stale(new Category("tea", "Brew", Optional.empty(), 1, 2));
        stale(TEA);
        assertThatThrownBy(() -> categories().remove(TEA)).isInstanceOf(Failure.class);
        categories().remove(new Category("tea", "Teas", Optional.empty(), 1, 2));
        assertThat(categories().all()).isEmpty();
    }

    private void stale(Category category) {
        assertThatThrownBy(() -> categories().put(category))
                .isInstanceOfSatisfying(Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.STALE));
    }
}
