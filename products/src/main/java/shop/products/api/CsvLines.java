package shop.products.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import shop.platform.Failure;
import shop.products.domain.Importing.Read;

/** Products as a table; never more than a row in memory. */
final class CsvLines implements Iterator<Read> {

    private static final List<String> REQUIRED = List.of("sku", "title", "price", "currency", "onHand");
    private static final Set<String> KNOWN = Set.of(
            "sku", "title", "description", "categories", "brand", "price", "currency", "onHand", "imageUrl", "status");

    private final BoundedReader in;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private List<String> header = List.of();
    private int number;
    private Optional<Read> next = Optional.empty();

    CsvLines(InputStream in) {
        this.in = new BoundedReader(new BufferedReader(new InputStreamReader(in, UTF_8)));
        try {
            this.parser = CSVParser.parse(
                    this.in,
                    CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.records = parser.iterator();
    }

    @Override
    public boolean hasNext() {
        if (header.isEmpty()) header = header();
        while (next.isEmpty()) {
            var row = row();
            if (row.isEmpty()) return false;
            if (!isBlank(row.get())) next = Optional.of(read(row.get()));
        }
        return true;
    }

    @Override
    public Read next() {
        if (!hasNext()) throw new NoSuchElementException();
        var read = next.orElseThrow();
        next = Optional.empty();
        return read;
    }

    private List<String> header() {
        var names = row().map(CSVRecord::toList).orElse(List.of()).stream()
                .map(name -> name.replace("\ufeff", "").strip())
                .toList();
        for (var name : names) {
            if (!KNOWN.contains(name) && !(name.startsWith("attr.") && name.length() > 5)) {
                throw Failure.invalid("/" + name, "unknown_field", "there is no such column");
            }
        }
        for (var name : REQUIRED) {
            if (!names.contains(name)) throw Failure.invalid("/" + name, "required", "this column is required");
        }
        if (new HashSet<>(names).size() < names.size()) {
            throw Failure.invalid("", "duplicate_field", "a column is there twice");
        }
        return names;
    }

    /** What can't be told apart into rows can't be read on. */
    private Optional<CSVRecord> row() {
        number = (int) parser.getCurrentLineNumber() + 1;
        in.beginRow();
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (UncheckedIOException | IllegalStateException e) {
            throw Failure.invalid("", "malformed_csv", "this is not CSV as RFC 4180 has it, or a row is too long");
        }
    }

    private static boolean isBlank(CSVRecord row) {
        return row.size() == 1 && row.get(0).isBlank();
    }

    private Read read(CSVRecord row) {
        try {
            return new Read.Good(number, new CsvRow(header, row.toList()).line());
        } catch (Failure failure) {
            return new Read.Bad(number, failure);
        }
    }
}
