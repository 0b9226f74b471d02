package shop.products.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import shop.platform.Page;

/** The whole port without a database. */
public final class InMemoryViews implements Views {

    private final List<View> views = new ArrayList<>();

    @Override
    public void keep(View view, int most) {
        views.removeIf(
                each -> each.userId().equals(view.userId()) && each.productId().equals(view.productId()));
        views.add(view);
        views.sort(Comparator.comparing(View::at).reversed());
        var kept = views.stream()
                .filter(each -> each.userId().equals(view.userId()))
                .limit(most)
                .toList();
        views.removeIf(each -> each.userId().equals(view.userId()) && !kept.contains(each));
    }

    @Override
    public Page<View> of(String userId, Page.Request request) {
        var newest = views.stream().filter(view -> view.userId().equals(userId)).toList();
        int from = request.after().map(Integer::parseInt).orElse(0);
        int to = Math.min(from + request.limit(), newest.size());
        return new Page<>(
                newest.subList(from, to), to < newest.size() ? Optional.of(Integer.toString(to)) : Optional.empty());
    }

    @Override
    public void forget(String userId) {
        views.removeIf(view -> view.userId().equals(userId));
    }
}
