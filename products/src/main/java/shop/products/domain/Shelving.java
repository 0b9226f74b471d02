package shop.products.domain;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import shop.platform.Failure;
import shop.platform.Id;
import shop.products.domain.Importing.Read;

/**
 * Bringing many lines of a file into the catalogue in a few writes. Whatever meets somebody else's work, or another line
 * about the same product, is left over, to be done on its own: a line may be done twice, to no effect.
 */
final class Shelving {

    /** What has become of a line. */
    sealed interface Outcome {

        record Done(boolean isNew) implements Outcome {}

        record Refused(Failure failure) implements Outcome {}

        /** To be done on its own; its product may have been made already. */
        record LeftOver(boolean made) implements Outcome {}
    }

    /** A line and its product as it is to be; the same as before where the line says nothing new. */
    private record Draft(int number, ImportLine line, Optional<Product> before, Product product) {

        boolean isNew() {
            return before.isEmpty();
        }

        boolean changes() {
            return before.filter(known -> known.version() != product.version()).isPresent();
        }

        Products.Write write() {
            var event = before.map(known -> Cataloguing.event(known, product))
                    .orElseGet(() -> new ProductEvent.Created(product.snapshot()));
            return new Products.Write(product, List.of(event));
        }
    }

    private final Products products;
    private final Categorising categorising;
    private final Stocking stocking;
    private final Changes changes;
    private final Clock clock;

    Shelving(Products products, Categorising categorising, Stocking stocking, Changes changes, Clock clock) {
        this.products = products;
        this.categorising = categorising;
        this.stocking = stocking;
        this.changes = changes;
        this.clock = clock;
    }

    /** What becomes of each line, by its number; those that are not named are left over. */
    Map<Integer, Outcome> shelve(Store store, List<Read.Good> lines, Caller caller) {
        var outcomes = new HashMap<Integer, Outcome>();
        var drafts = drafts(store, lines, outcomes);
        try {
            categorising.makeSure(drafts.stream()
                    .filter(draft -> draft.isNew() || draft.changes())
                    .flatMap(draft -> draft.product().details().categories().stream())
                    .distinct()
                    .toList());
        } catch (Failure tooMany) {
            return outcomes; // some of them may still be known
        }
        load(kept(drafts), caller, outcomes);
        return outcomes;
    }

    private List<Draft> drafts(Store store, List<Read.Good> lines, Map<Integer, Outcome> outcomes) {
        var inStore = known(store, lines);
        var drafts = new ArrayList<Draft>();
        var skus = new HashSet<String>();
        var ids = new HashSet<String>();
        for (var good : lines) {
            var line = good.line();
            var before = Optional.ofNullable(inStore.get(line.sku()));
            var first = skus.add(line.sku())
                    && before.map(Product::id).map(ids::add).orElse(true);
            if (!first) continue;
            try {
                var product = before.map(known -> edited(store, known, line)).orElseGet(() -> made(store, line));
                drafts.add(new Draft(good.number(), line, before, product));
            } catch (Failure failure) {
                outcomes.put(good.number(), new Outcome.Refused(failure));
            }
        }
        return drafts;
    }

    private Map<String, Product> known(Store store, List<Read.Good> lines) {
        var skus = lines.stream().map(good -> good.line().sku()).collect(Collectors.toSet());
        var known = new HashMap<String, Product>();
        for (var product : products.findBySkus(store.id(), skus)) {
            product.details().skus().forEach(sku -> known.put(sku, product));
        }
        return known;
    }

    private Product made(Store store, ImportLine line) {
        var now = clock.instant();
        return Product.create(Id.next("prd", now), store, line.first(), now);
    }

    private Product edited(Store store, Product before, ImportLine line) {
        var details = line.over(before.details());
        return details.equals(before.details()) ? before : before.edit(store, details, clock.instant());
    }

    /** Those whose product is there now as it is to be. */
    private List<Draft> kept(List<Draft> drafts) {
        var fresh = drafts.stream().filter(Draft::isNew).toList();
        var next = drafts.stream().filter(Draft::changes).toList();
        Set<String> refused = products.addAll(fresh.stream().map(Draft::write).toList());
        var all = products.replaceAll(next.stream().map(Draft::write).toList());
        // announced even if somebody else was faster: the product has this version or a later one
        for (var draft : next) changes.one(draft.product().id(), draft.product().version());
        for (var draft : fresh)
            changes.one(draft.product().id(), draft.product().version());
        Predicate<Draft> there =
                draft -> draft.isNew() ? !refused.contains(draft.product().id()) : all || !draft.changes();
        return drafts.stream().filter(there).toList();
    }

    private void load(List<Draft> kept, Caller caller, Map<Integer, Outcome> outcomes) {
        var counts = kept.stream()
                .map(draft -> new Stocking.Count(
                        draft.product(), draft.line().sku(), draft.line().onHand()))
                .toList();
        try {
            var refused = stocking.loadAll(counts, caller);
            for (var draft : kept) {
                var failure = Optional.ofNullable(refused.get(draft.line().sku()));
                outcomes.put(
                        draft.number(),
                        failure.<Outcome>map(Outcome.Refused::new).orElseGet(() -> new Outcome.Done(draft.isNew())));
            }
        } catch (Failure failure) {
            if (failure.kind() != Failure.Kind.STALE) throw failure;
            for (var draft : kept) outcomes.put(draft.number(), new Outcome.LeftOver(draft.isNew()));
        }
    }
}
