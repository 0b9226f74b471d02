package shop.platform.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/**
 * Whether a query rides on an index, worked out by hand from what MongoDB documents of its planner: equal fields first,
 * then the sort, each branch of an {@code $or} by itself. For where no database can be asked.
 */
final class PaperPlans {

    /** Conditions that lead an index nowhere, or nearly everywhere. */
    private static final Set<String> USELESS = Set.of("$exists", "$ne", "$nin", "$not", "$size", "$elemMatch");

    private record Condition(String field, Object wanted) {

        boolean operators() {
            return wanted instanceof Document document
                    && !document.isEmpty()
                    && document.keySet().iterator().next().startsWith("$");
        }

        boolean isPoint() {
            return !operators() || ((Document) wanted).keySet().stream().allMatch(Set.of("$eq", "$in")::contains);
        }

        boolean leads() {
            return !operators() || !USELESS.containsAll(((Document) wanted).keySet());
        }
    }

    private final List<Document> indexes;

    /** @param indexes as the database lists them */
    PaperPlans(List<Document> indexes) {
        this.indexes = indexes;
    }

    /** Whether the query needs neither to read everything nor to sort. */
    boolean indexed(Document filter, Document sort) {
        var conditions = new ArrayList<Condition>();
        var choices = new ArrayList<List<Document>>();
        flatten(filter, conditions, choices);
        return ride(conditions, sort)
                || choices.stream()
                        .anyMatch(branches -> branches.stream().allMatch(branch -> {
                            var both = new ArrayList<>(conditions);
                            flatten(branch, both, new ArrayList<>());
                            return ride(both, sort);
                        }));
    }

    private static void flatten(Document filter, List<Condition> conditions, List<List<Document>> choices) {
        filter.forEach((name, wanted) -> {
            switch (name) {
                case "$and" ->
                    filter.getList("$and", Document.class).forEach(part -> flatten(part, conditions, choices));
                case "$or" -> choices.add(filter.getList("$or", Document.class));
                default -> conditions.add(new Condition(name, wanted));
            }
        });
    }

    private boolean ride(List<Condition> conditions, Document sort) {
        return indexes.stream().anyMatch(index -> serves(index, conditions, sort));
    }

    private static boolean serves(Document index, List<Condition> conditions, Document sort) {
        var keys = index.get("key", Document.class);
        var first = keys.keySet().iterator().next();
        var leads = conditions.stream().anyMatch(each -> each.field().equals(first) && each.leads());
        var open = new Document(sort);
        open.keySet().removeIf(field -> isPoint(conditions, field));
        if (open.isEmpty()) return leads;
        return inOrder(keys, conditions, open) && (leads || !index.getBoolean("sparse", false));
    }

    /** What is pinned to a point is skipped; the rest begins with the sort, forwards or backwards. */
    private static boolean inOrder(Document keys, List<Condition> conditions, Document sort) {
        var free = keys.entrySet().stream()
                .filter(key -> !isPoint(conditions, key.getKey()))
                .toList();
        var wanted = List.copyOf(sort.entrySet());
        if (free.size() < wanted.size()) return false;
        var directions = new ArrayList<Boolean>();
        for (int i = 0; i < wanted.size(); i++) {
            if (!free.get(i).getKey().equals(wanted.get(i).getKey())) return false;
            directions.add(number(free.get(i)) == number(wanted.get(i)));
        }
        return directions.stream().distinct().count() == 1;
    }

    private static int number(Map.Entry<String, Object> direction) {
        return ((Number) direction.getValue()).intValue();
    }

    private static boolean isPoint(List<Condition> conditions, String field) {
        return conditions.stream().anyMatch(each -> each.field().equals(field) && each.isPoint());
    }
}
