package shop.activity.api;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import shop.activity.domain.Entry;
import shop.activity.domain.Seal;
import shop.activity.domain.Target;
import shop.platform.json.Json;

/** Entries as lines of CSV (RFC 4180). */
final class Csv {

    static final String HEADER = "id,class,type,actorKind,actorId,anonymousId,targetType,targetId,data,ip,userAgent,"
            + "occurredAt,recordedAt,hash,previousHash\r\n";

    /** What a spreadsheet would run as a formula; anybody may have sent it. */
    private static final String FORMULA = "(?s)[=+\\-@\t\r].*";

    private static final String QUOTED = "(?s).*[\",\r\n].*";

    private Csv() {}

    static String line(Entry entry) {
        var fact = entry.fact();
        var actor = fact.actor();
        return List.of(
                                entry.id(),
                                Json.name(entry.kind()),
                                fact.type(),
                                Json.name(actor.kind()),
                                actor.id().orElse(""),
                                actor.anonymousId().orElse(""),
                                fact.target().map(Target::type).orElse(""),
                                fact.target().map(Target::id).orElse(""),
                                fact.data(),
                                entry.origin().ip().orElse(""),
                                entry.origin().userAgent().orElse(""),
                                time(entry.occurredAt()),
                                time(entry.recordedAt()),
                                entry.seal().map(Seal::hash).orElse(""),
                                entry.seal().map(Seal::previousHash).orElse(""))
                        .stream()
                        .map(Csv::cell)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    private static String time(Instant at) {
        return Json.TOLERANT.convertValue(at, String.class);
    }

    private static String cell(String text) {
        var harmless = text.matches(FORMULA) ? "'" + text : text;
        return harmless.matches(QUOTED) ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
