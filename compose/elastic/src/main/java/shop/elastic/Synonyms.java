package shop.elastic;

import java.io.IOException;
import java.io.StringReader;
import java.text.ParseException;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.AnalysisMode;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.CustomAnalyzer;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** Synonyms written into the mapping, which go through the same chain as the text before they are compared with it. */
record Synonyms(String name, Settings settings, boolean graph) implements TokenFilterFactory {

    static AnalysisProvider<TokenFilterFactory> provider(boolean graph) {
        return (index, environment, name, settings) -> new Synonyms(name, settings, graph);
    }

    @Override
    public TokenStream create(TokenStream stream) {
        throw new IllegalStateException("synonyms need the chain before them");
    }

    @Override
    public TokenFilterFactory getSynonymFilter() {
        return IDENTITY_FILTER;
    }

    @Override
    public AnalysisMode getAnalysisMode() {
        return settings.getAsBoolean("updateable", false) ? AnalysisMode.SEARCH_TIME : AnalysisMode.ALL;
    }

    @Override
    public TokenFilterFactory getChainAwareTokenFilterFactory(
            TokenizerFactory tokenizer,
            List<CharFilterFactory> charFilters,
            List<TokenFilterFactory> before,
            Function<String, TokenFilterFactory> all) {
        var chain = before.stream().map(TokenFilterFactory::getSynonymFilter).toArray(TokenFilterFactory[]::new);
        var analyzer = new CustomAnalyzer(tokenizer, charFilters.toArray(CharFilterFactory[]::new), chain);
        return new Ready(name, getAnalysisMode(), parse(analyzer), graph);
    }

    private SynonymMap parse(Analyzer analyzer) {
        var rules = settings.getAsList("synonyms");
        if (rules.isEmpty()) throw new IllegalArgumentException("synonym requires inline `synonyms` to be configured");
        var parser = new SolrSynonymParser(true, settings.getAsBoolean("expand", true), analyzer);
        try {
            parser.parse(new StringReader(String.join("\n", rules)));
            return parser.build();
        } catch (IOException | ParseException e) {
            throw new IllegalArgumentException("failed to build synonyms", e);
        }
    }

    private record Ready(String name, AnalysisMode mode, SynonymMap map, boolean graph) implements TokenFilterFactory {

        @Override
        public TokenStream create(TokenStream stream) {
            if (map.fst == null) return stream;
            var synonyms = new SynonymGraphFilter(stream, map, false);
            return graph ? synonyms : new FlattenGraphFilter(synonyms);
        }

        @Override
        public TokenFilterFactory getSynonymFilter() {
            return IDENTITY_FILTER;
        }

        @Override
        public AnalysisMode getAnalysisMode() {
            return mode;
        }
    }
}
