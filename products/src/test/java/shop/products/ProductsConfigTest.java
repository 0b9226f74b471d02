package shop.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import shop.platform.app.Env;

class ProductsConfigTest {

    @Test
    void everythingHasADefault() {
        var config = ProductsConfig.from(new Env(Map.of()));

        assertThat(config.lowStock()).isEqualTo(5);
        assertThat(config.largestImport()).isEqualTo(1L << 30);
        assertThat(config.elasticsearch()).isEqualTo(URI.create("http://elasticsearch:9200"));
        assertThat(config.searching()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void everythingCanBeSet() {
        var config = ProductsConfig.from(new Env(Map.of(
                "PRODUCTS_LOW_STOCK",
                "3",
                "PRODUCTS_IMPORT_MEGABYTES",
                "2",
                "PRODUCTS_CACHED",
                "1m",
                "ELASTICSEARCH_URL",
                "http://search:1",
                "ELASTICSEARCH_PATIENCE",
                "5s")));

        assertThat(config.lowStock()).isEqualTo(3);
        assertThat(config.cached()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.largestImport()).isEqualTo(2L << 20);
        assertThat(config.elasticsearch()).isEqualTo(URI.create("http://search:1"));
        assertThat(config.searching()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThatThrownBy(() -> ProductsConfig.from(new Env(Map.of("PRODUCTS_LOW_STOCK", "few"))))
                .hasMessageContaining("PRODUCTS_LOW_STOCK");
    }
}
