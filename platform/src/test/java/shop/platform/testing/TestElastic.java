package shop.platform.testing;

import shop.platform.embedded.EmbeddedElastic;

/** The Elasticsearch of the tests: the one behind ELASTICSEARCH_URL, or an embedded one for the whole test run. */
public final class TestElastic {

    private static final String URL = RealOrEmbedded.choose(
            "Elasticsearch", "ELASTICSEARCH_URL", () -> EmbeddedElastic.start().url());

    private TestElastic() {}

    /** All tests share what is in it, so each makes its own indices. */
    public static String url() {
        return URL;
    }
}
