package shop.elastic;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchMinimalStemFilter;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.elasticsearch.common.settings.Settings;

/** Stemmers and whole analyzers by language, under the names that Elasticsearch documents. */
final class Languages {

    static final Map<String, Supplier<Analyzer>> ANALYZERS = Map.of(
            "english", EnglishAnalyzer::new,
            "german", GermanAnalyzer::new,
            "french", FrenchAnalyzer::new,
            "spanish", SpanishAnalyzer::new,
            "italian", ItalianAnalyzer::new,
            "portuguese", PortugueseAnalyzer::new,
            "dutch", DutchAnalyzer::new);

    private static final Map<String, UnaryOperator<TokenStream>> STEMMERS = Map.ofEntries(
            entry("english", PorterStemFilter::new),
            entry("light_english", KStemFilter::new),
            entry("minimal_english", EnglishMinimalStemFilter::new),
            entry("possessive_english", EnglishPossessiveFilter::new),
            entry("light_german", GermanLightStemFilter::new),
            entry("minimal_german", GermanMinimalStemFilter::new),
            entry("light_french", FrenchLightStemFilter::new),
            entry("minimal_french", FrenchMinimalStemFilter::new),
            entry("light_spanish", SpanishLightStemFilter::new),
            entry("light_italian", ItalianLightStemFilter::new),
            entry("light_portuguese", PortugueseLightStemFilter::new),
            entry("german", stream -> new SnowballFilter(stream, "German")),
            entry("french", stream -> new SnowballFilter(stream, "French")),
            entry("spanish", stream -> new SnowballFilter(stream, "Spanish")),
            entry("italian", stream -> new SnowballFilter(stream, "Italian")),
            entry("portuguese", stream -> new SnowballFilter(stream, "Portuguese")),
            entry("dutch", stream -> new SnowballFilter(stream, "Dutch")));

    private Languages() {}

    static UnaryOperator<TokenStream> stemmer(Settings settings) {
        var name = settings.get("language", settings.get("name", "english")).toLowerCase(Locale.ROOT);
        var stemmer = STEMMERS.get(name);
        if (stemmer == null) throw new IllegalArgumentException("the embedded node has no stemmer [" + name + "]");
        return stemmer;
    }
}
