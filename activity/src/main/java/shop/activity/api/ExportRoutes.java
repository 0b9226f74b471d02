package shop.activity.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static shop.platform.http.Role.ADMIN;
import static shop.platform.http.Role.SERVICE;
import static shop.platform.http.Role.SUPPORT;
import static shop.platform.http.Route.get;

import io.javalin.http.Context;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import shop.activity.domain.Criteria;
import shop.activity.domain.Entries;
import shop.activity.domain.Entry;
import shop.platform.Page;
import shop.platform.http.Http;
import shop.platform.http.Route;
import shop.platform.http.Routes;
import shop.platform.json.Json;

/** The log to take away. */
public final class ExportRoutes implements Routes {

    private static final int MOST_OF_A_PERSON = 1_000;
    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";

    @Schema(description = "What the log holds about a person")
    record PersonExport(
            @Schema(
                    description = "The person",
                    example = "usr_01m1c2jv00e8e8qfx9b2d3n401",
                    pattern = "^[^\\x00]*$",
                    maxLength = Route.LONGEST_SEGMENT)
            String userId,

            @Schema(description = "The newest first, 1,000 at most")
            List<RecordView> records) {}

    private final Entries entries;

    public ExportRoutes(Entries entries) {
        this.entries = entries;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Filters.on(get("/activity/export", this::export))
                        .by(SUPPORT, ADMIN)
                        .says("Take the log away, newest first")
                        .details("Streams `application/x-ndjson`, a record a line, or `text/csv` with a header row; in "
                                + "CSV a text that a spreadsheet would take for a formula stands behind an apostrophe.")
                        .query("format", List.of("ndjson", "csv"), "How to write it; `ndjson` unless said")
                        .answers(200, RecordView.class, NDJSON)
                        .answers(200, RecordView.class, CSV),
                get("/activity/export/{userId}", this::exportOne)
                        .by(SERVICE)
                        .says("Take away what the log holds about a person")
                        .answers(200, PersonExport.class));
    }

    private void export(Context ctx) throws IOException {
        var criteria = Filters.criteria(ctx);
        var csv = Http.query(ctx, "format").filter("csv"::equals).isPresent();
        ctx.contentType((csv ? CSV : NDJSON) + "; charset=utf-8");
        ctx.header("Content-Disposition", "attachment; filename=\"activity." + (csv ? "csv" : "ndjson") + "\"");
        try (var out = new BufferedWriter(new OutputStreamWriter(ctx.outputStream(), UTF_8))) {
            if (csv) out.write(Csv.HEADER);
            entries.each(criteria, entry -> write(out, csv ? Csv.line(entry) : line(entry)));
        }
    }

    private void exportOne(Context ctx) {
        var person = ctx.pathParam("userId");
        var newest = entries.list(Criteria.about(person), Page.Request.first(MOST_OF_A_PERSON));
        ctx.json(new PersonExport(person, newest.map(RecordView::of).items()));
    }

    private static String line(Entry entry) {
        return Json.TOLERANT.writeValueAsString(RecordView.of(entry)) + "\n";
    }

    private static void write(Writer out, String line) {
        try {
            out.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
