package shop.products.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import shop.platform.Failure;

/** Lists as clients send them. */
final class Bodies {

    private Bodies() {}

    /** Each in another form; JSON lets null into lists, whatever their type says. */
    static <T, R> List<R> each(String pointer, List<T> bodies, Function<T, R> change) {
        var changed = new ArrayList<R>();
        for (var body : bodies) {
            if (body == null) throw Failure.invalid(pointer + "/" + changed.size(), "required", "must not be null");
            changed.add(change.apply(body));
        }
        return changed;
    }
}
