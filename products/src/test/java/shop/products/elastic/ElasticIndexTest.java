package shop.products.elastic;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static shop.platform.testing.TestPlatform.NOON;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import shop.platform.testing.TestElastic;
import shop.products.domain.SearchIndex;
import shop.products.domain.SearchIndexContract;

class ElasticIndexTest extends SearchIndexContract {

    private final String alias = "index-" + UUID.randomUUID();
    private final Elastic elastic = Elastic.at(URI.create(TestElastic.url()), Duration.ofMinutes(1));
    private final ElasticIndex index = at(0);
    private int rebuilds;

    /** As a process sees it that looks so many seconds later. */
    private ElasticIndex at(int second) {
        return new ElasticIndex(elastic, alias, Clock.fixed(NOON.plusSeconds(second), UTC));
    }

    /** Nothing is left lying there, whatever came of it. */
    @AfterEach
    void stop() {
        var left = elastic.ask("GET", "/" + alias + "-*/_alias", "").size();
        elastic.find("DELETE", "/" + alias + "-*", "");
        elastic.close();
        assertThat(left).isLessThanOrEqualTo(1);
    }

    @Override
    protected SearchIndex index() {
        return index;
    }

    @Override
    protected SearchIndex.Rebuild rebuild() {
        return at(++rebuilds).rebuild();
    }

    @Override
    protected void lose() {
        elastic.find("DELETE", "/" + alias + "-*", "");
    }
}
