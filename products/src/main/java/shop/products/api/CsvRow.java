package shop.products.api;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import shop.platform.Failure;
import shop.platform.Money;
import shop.platform.json.Json;
import shop.products.domain.Image;
import shop.products.domain.ImportLine;
import shop.products.domain.ProductStatus;

/** One row of a table of products; an empty cell says nothing. */
record CsvRow(List<String> header, List<String> cells) {

    private static final String ATTRIBUTE = "attr.";
    private static final char UNREADABLE = '\ufffd'; // what bytes that are not UTF-8 are read as

    CsvRow {
        if (cells.size() != header.size()) {
            throw Failure.invalid(
                    "", "invalid_value", "the row has %d cells, the header %d".formatted(cells.size(), header.size()));
        }
    }

    ImportLine line() {
        return new ImportLine(
                required("sku"),
                required("title"),
                cell("description"),
                cell("categories").map(CsvRow::split),
                cell("brand"),
                attributes(),
                new Money(number("price", Long::valueOf), currency()),
                cell("imageUrl").map(url -> List.of(new Image(url, cell("title")))),
                number("onHand", Integer::valueOf),
                cell("status").map(CsvRow::status));
    }

    private Optional<String> cell(String column) {
        int at = header.indexOf(column);
        if (at < 0) return Optional.empty();
        var cell = cells.get(at).strip();
        if (cell.indexOf('\0') >= 0 || cell.indexOf(UNREADABLE) >= 0) {
            throw Failure.invalid("/" + column, "invalid_characters", "holds NUL or what is not UTF-8");
        }
        return Optional.of(cell).filter(text -> !text.isEmpty());
    }

    private String required(String column) {
        return cell(column).orElseThrow(() -> Failure.invalid("/" + column, "required", "must not be empty"));
    }

    private String currency() {
        var currency = required("currency");
        if (!Money.isCurrency(currency)) {
            throw Failure.invalid("/currency", "invalid_currency", "must be an ISO 4217 code");
        }
        return currency;
    }

    private <T> T number(String column, Function<String, T> parser) {
        try {
            return parser.apply(required(column));
        } catch (NumberFormatException e) {
            throw Failure.invalid("/" + column, "invalid_value", "must be a whole number");
        }
    }

    private static List<String> split(String categories) {
        return Arrays.stream(categories.split("\\|"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private Optional<Map<String, String>> attributes() {
        var attributes = new LinkedHashMap<String, String>();
        for (var column : header) {
            if (!column.startsWith(ATTRIBUTE)) continue;
            cell(column).ifPresent(value -> attributes.put(column.substring(ATTRIBUTE.length()), value));
        }
        return attributes.isEmpty() ? Optional.empty() : Optional.of(attributes);
    }

    private static ProductStatus status(String name) {
        for (var status : ProductStatus.values()) if (Json.name(status).equals(name)) return status;
        throw Failure.invalid("/status", "invalid_value", "must be draft, active or archived");
    }
}
