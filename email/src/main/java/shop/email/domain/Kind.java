package shop.email.domain;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import shop.platform.Failure;
import shop.platform.Money;

/** What a gap in a template takes, as JSON, and how that is read. */
public enum Kind {
    TEXT {
        @Override
        Value read(Object raw) {
            return new Value.Text(text(raw));
        }
    },
    COUNT {
        @Override
        Value read(Object raw) {
            return new Value.Count(number(raw));
        }
    },
    MONEY {
        @Override
        Value read(Object raw) {
            return new Value.Amount(money(raw));
        }
    },
    TIME {
        @Override
        Value read(Object raw) {
            try {
                return new Value.Time(Instant.parse(text(raw)));
            } catch (DateTimeException e) {
                throw Failure.invalid("", "invalid_format", "must be an RFC 3339 time");
            }
        }
    },
    LINES {
        @Override
        Value read(Object raw) {
            if (!(raw instanceof List<?> list)) throw wrong("a list of {title, quantity, total}");
            if (list.size() > MOST_LINES) throw Failure.invalid("", "too_long", "at most " + MOST_LINES + " lines");
            var lines = new ArrayList<Value.Line>();
            for (int i = 0; i < list.size(); i++) lines.add(within("/" + i, list.get(i)));
            return new Value.Lines(List.copyOf(lines));
        }
    };

    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_LINES = 500;

    abstract Value read(Object raw);

    private static Value.Line within(String pointer, Object raw) {
        try {
            var fields = fields(raw, Set.of("title", "quantity", "total"));
            return new Value.Line(
                    field(fields, "title", Kind::text),
                    field(fields, "quantity", Kind::number),
                    field(fields, "total", Kind::money));
        } catch (Failure failure) {
            throw failure.within(pointer);
        }
    }

    private static Money money(Object raw) {
        var fields = fields(raw, Set.of("amount", "currency"));
        return new Money(field(fields, "amount", Kind::number), field(fields, "currency", Kind::text));
    }

    private static Map<?, ?> fields(Object raw, Set<String> names) {
        if (!(raw instanceof Map<?, ?> fields) || !fields.keySet().equals(names)) {
            throw wrong(
                    "an object of " + String.join(", ", names.stream().sorted().toList()));
        }
        return fields;
    }

    private static <T> T field(Map<?, ?> fields, String name, Function<Object, T> reader) {
        try {
            return reader.apply(Objects.requireNonNullElse(fields.get(name), "")); // JSON's null is as good as nothing
        } catch (Failure failure) {
            throw failure.within("/" + name);
        }
    }

    private static String text(Object raw) {
        if (!(raw instanceof String text)) throw wrong("a text");
        if (text.isBlank()) throw Failure.invalid("", "required", "must not be blank");
        if (text.length() > LONGEST_TEXT) {
            throw Failure.invalid("", "too_long", "must not be longer than " + LONGEST_TEXT);
        }
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t')) {
            throw Failure.invalid("", "invalid_characters", "must not hold control characters");
        }
        return text;
    }

    private static long number(Object raw) {
        if (raw instanceof Integer || raw instanceof Long) return ((Number) raw).longValue();
        throw wrong("a whole number");
    }

    private static Failure wrong(String wanted) {
        return Failure.invalid("", "invalid_value", "must be " + wanted);
    }
}
