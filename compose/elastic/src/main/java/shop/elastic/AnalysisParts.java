package shop.elastic;

import static org.elasticsearch.plugins.AnalysisPlugin.requiresAnalysisSettings;

import java.io.Reader;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.LetterTokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.path.PathHierarchyTokenizer;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.apache.lucene.analysis.pattern.PatternTokenizer;
import org.apache.lucene.analysis.standard.UAX29URLEmailTokenizer;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.AnalyzerProvider;
import org.elasticsearch.index.analysis.AnalyzerScope;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.NormalizingCharFilterFactory;
import org.elasticsearch.index.analysis.PreBuiltAnalyzerProvider;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;

/**
 * The parts of the {@code analysis-common} module that a shop's mappings use, under their official names. The module
 * itself comes only with the distribution; Lucene, which does the work, is on the class path anyway.
 */
public final class AnalysisParts extends Plugin implements AnalysisPlugin {

    /** Found by Elasticsearch, which makes it by its public constructor. */
    public AnalysisParts() {}

    @Override
    public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
        return TokenFilters.byName();
    }

    @Override
    public Map<String, AnalysisProvider<CharFilterFactory>> getCharFilters() {
        return Map.of(
                "html_strip", charFilter(settings -> HTMLStripCharFilter::new),
                "mapping", requiresAnalysisSettings(charFilter(AnalysisParts::mapping)),
                "pattern_replace", requiresAnalysisSettings(charFilter(AnalysisParts::patternReplace)));
    }

    @Override
    public Map<String, AnalysisProvider<TokenizerFactory>> getTokenizers() {
        return Map.of(
                "keyword", tokenizer(settings -> KeywordTokenizer::new),
                "whitespace", tokenizer(settings -> WhitespaceTokenizer::new),
                "letter", tokenizer(settings -> LetterTokenizer::new),
                "uax_url_email", tokenizer(settings -> UAX29URLEmailTokenizer::new),
                "path_hierarchy", tokenizer(AnalysisParts::pathHierarchy),
                "pattern", tokenizer(AnalysisParts::pattern));
    }

    @Override
    public Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> getAnalyzers() {
        var analyzers = new HashMap<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>>();
        Languages.ANALYZERS.forEach((language, maker) -> analyzers.put(
                language,
                (index, environment, name, settings) ->
                        new PreBuiltAnalyzerProvider(name, AnalyzerScope.INDEX, maker.get())));
        return analyzers;
    }

    private static UnaryOperator<Reader> mapping(Settings settings) {
        var map = new NormalizeCharMap.Builder();
        for (var rule : settings.getAsList("mappings")) {
            var sides = rule.split("=>", 2);
            if (sides.length < 2) throw new IllegalArgumentException("Invalid Mapping Rule : [" + rule + "]");
            map.add(sides[0].strip(), sides[1].strip());
        }
        var built = map.build();
        return reader -> new MappingCharFilter(built, reader);
    }

    private static UnaryOperator<Reader> patternReplace(Settings settings) {
        var pattern = Pattern.compile(required(settings, "pattern"));
        var replacement = settings.get("replacement", "");
        return reader -> new PatternReplaceCharFilter(pattern, replacement, reader);
    }

    private static Supplier<Tokenizer> pattern(Settings settings) {
        var pattern = Pattern.compile(settings.get("pattern", "\\W+"));
        int group = settings.getAsInt("group", -1);
        return () -> new PatternTokenizer(pattern, group);
    }

    private static Supplier<Tokenizer> pathHierarchy(Settings settings) {
        char delimiter = settings.get("delimiter", "/").charAt(0);
        char replacement =
                settings.get("replacement", String.valueOf(delimiter)).charAt(0);
        return () -> new PathHierarchyTokenizer(delimiter, replacement);
    }

    private static String required(Settings settings, String name) {
        var value = settings.get(name);
        if (value == null) throw new IllegalArgumentException(name + " is missing");
        return value;
    }

    private static AnalysisProvider<CharFilterFactory> charFilter(Function<Settings, UnaryOperator<Reader>> recipe) {
        return (index, environment, name, settings) -> new CharFilter(name, recipe.apply(settings));
    }

    private static AnalysisProvider<TokenizerFactory> tokenizer(Function<Settings, Supplier<Tokenizer>> recipe) {
        return (index, environment, name, settings) -> TokenizerFactory.newFactory(name, recipe.apply(settings));
    }

    private record CharFilter(String name, UnaryOperator<Reader> filter) implements NormalizingCharFilterFactory {

        @Override
        public Reader create(Reader reader) {
            return filter.apply(reader);
        }
    }
}
