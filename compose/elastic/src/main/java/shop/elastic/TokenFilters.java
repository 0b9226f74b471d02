package shop.elastic;

import static java.util.Map.entry;
import static org.elasticsearch.plugins.AnalysisPlugin.requiresAnalysisSettings;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.core.LowerCaseFilter;
import org.apache.lucene.analysis.core.UpperCaseFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.miscellaneous.SetKeywordMarkerFilter;
import org.apache.lucene.analysis.miscellaneous.TrimFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.reverse.ReverseStringFilter;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** Lucene's token filters under the names and settings that Elasticsearch documents. */
final class TokenFilters {

    private TokenFilters() {}

    static Map<String, AnalysisProvider<TokenFilterFactory>> byName() {
        return Map.ofEntries(
                entry("asciifolding", (index, environment, name, settings) -> Folding.of(name, settings)),
                entry("lowercase", normalizing(settings -> LowerCaseFilter::new)),
                entry("uppercase", normalizing(settings -> UpperCaseFilter::new)),
                entry("trim", normalizing(settings -> TrimFilter::new)),
                entry("decimal_digit", normalizing(settings -> DecimalDigitFilter::new)),
                entry("elision", requiresAnalysisSettings(normalizing(TokenFilters::elision))),
                entry("reverse", plain(settings -> ReverseStringFilter::new)),
                entry("truncate", plain(TokenFilters::truncate)),
                entry("length", plain(TokenFilters::length)),
                entry("keyword_marker", requiresAnalysisSettings(plain(TokenFilters::keywordMarker))),
                entry("keyword_repeat", plain(settings -> KeywordRepeatFilter::new)),
                entry("remove_duplicates", plain(settings -> RemoveDuplicatesTokenFilter::new)),
                entry("flatten_graph", plain(settings -> FlattenGraphFilter::new)),
                entry("stemmer", plain(Languages::stemmer)),
                entry("edge_ngram", multiplying((settings, index) -> edgeNgram(settings))),
                entry("ngram", multiplying(TokenFilters::ngram)),
                entry("synonym", requiresAnalysisSettings(Synonyms.provider(false))),
                entry("synonym_graph", requiresAnalysisSettings(Synonyms.provider(true))));
    }

    private static UnaryOperator<TokenStream> elision(Settings settings) {
        var articles = new CharArraySet(settings.getAsList("articles"), settings.getAsBoolean("articles_case", false));
        return stream -> new ElisionFilter(stream, articles);
    }

    private static UnaryOperator<TokenStream> truncate(Settings settings) {
        int length = settings.getAsInt("length", 10);
        return stream -> new TruncateTokenFilter(stream, length);
    }

    private static UnaryOperator<TokenStream> length(Settings settings) {
        int min = settings.getAsInt("min", 0);
        int max = settings.getAsInt("max", Integer.MAX_VALUE);
        return stream -> new LengthFilter(stream, min, max);
    }

    private static UnaryOperator<TokenStream> keywordMarker(Settings settings) {
        var words = new CharArraySet(settings.getAsList("keywords"), settings.getAsBoolean("ignore_case", false));
        return stream -> new SetKeywordMarkerFilter(stream, words);
    }

    private static UnaryOperator<TokenStream> edgeNgram(Settings settings) {
        int min = settings.getAsInt("min_gram", 1);
        int max = settings.getAsInt("max_gram", 2);
        boolean preserve = settings.getAsBoolean("preserve_original", false);
        return stream -> new EdgeNGramTokenFilter(stream, min, max, preserve);
    }

    private static UnaryOperator<TokenStream> ngram(Settings settings, IndexSettings index) {
        int min = settings.getAsInt("min_gram", 1);
        int max = settings.getAsInt("max_gram", 2);
        boolean preserve = settings.getAsBoolean("preserve_original", false);
        if (max - min > index.getMaxNgramDiff()) {
            throw new IllegalArgumentException("The difference between max_gram and min_gram in NGram Tokenizer must be"
                    + " less than or equal to: [" + index.getMaxNgramDiff() + "] but was [" + (max - min) + "]");
        }
        return stream -> new NGramTokenFilter(stream, min, max, preserve);
    }

    private static AnalysisProvider<TokenFilterFactory> normalizing(
            Function<Settings, UnaryOperator<TokenStream>> recipe) {
        return (index, environment, name, settings) -> new Normalizing(name, recipe.apply(settings));
    }

    private static AnalysisProvider<TokenFilterFactory> plain(Function<Settings, UnaryOperator<TokenStream>> recipe) {
        return (index, environment, name, settings) -> new Plain(name, recipe.apply(settings));
    }

    private static AnalysisProvider<TokenFilterFactory> multiplying(
            BiFunction<Settings, IndexSettings, UnaryOperator<TokenStream>> recipe) {
        return (index, environment, name, settings) -> new Multiplying(name, recipe.apply(settings, index));
    }

    private record Plain(String name, UnaryOperator<TokenStream> filter) implements TokenFilterFactory {

        @Override
        public TokenStream create(TokenStream stream) {
            return filter.apply(stream);
        }
    }

    private record Normalizing(String name, UnaryOperator<TokenStream> filter)
            implements NormalizingTokenFilterFactory {

        @Override
        public TokenStream create(TokenStream stream) {
            return filter.apply(stream);
        }
    }

    /** Makes many tokens of one, so it can't come before synonyms: a real server refuses that too. */
    private record Multiplying(String name, UnaryOperator<TokenStream> filter) implements TokenFilterFactory {

        @Override
        public TokenStream create(TokenStream stream) {
            return filter.apply(stream);
        }

        @Override
        public TokenFilterFactory getSynonymFilter() {
            throw new IllegalArgumentException("Token filter [" + name + "] cannot be used to parse synonyms");
        }

        @Override
        public boolean breaksFastVectorHighlighter() {
            return true;
        }
    }

    /** Keeps the original token only in text, never in synonyms or normalizers. */
    private record Folding(String name, boolean preserve) implements NormalizingTokenFilterFactory {

        static Folding of(String name, Settings settings) {
            return new Folding(name, settings.getAsBoolean("preserve_original", false));
        }

        @Override
        public TokenStream create(TokenStream stream) {
            return new ASCIIFoldingFilter(stream, preserve);
        }

        @Override
        public TokenStream normalize(TokenStream stream) {
            return new ASCIIFoldingFilter(stream);
        }

        @Override
        public TokenFilterFactory getSynonymFilter() {
            return new Folding(name, false);
        }
    }
}
