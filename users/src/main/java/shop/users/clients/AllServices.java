package shop.users.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import shop.platform.Failure;
import shop.platform.clients.Sibling;
import shop.users.domain.Personal;

/** Asks the other eight services what they keep of a person, all at once. */
public final class AllServices implements Personal {

    private static final Map<String, String> PREFIXES = Map.of(
            "auth", "/auth",
            "stores", "/stores",
            "products", "/products",
            "orders", "/orders",
            "reviews", "/reviews",
            "email", "/emails",
            "notifications", "/notifications",
            "activity", "/activity");

    private final Map<String, Sibling> siblings = new LinkedHashMap<>();

    public AllServices(Function<String, Sibling> at) {
        PREFIXES.keySet().stream().sorted().forEach(name -> siblings.put(name, at.apply(name)));
    }

    @Override
    public Map<String, Object> everything(String userId) {
        var names = List.copyOf(siblings.keySet());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(names.stream()
                    .map(name -> (Callable<Object>) () -> ask(name, userId))
                    .toList());
            var all = new LinkedHashMap<String, Object>();
            for (int i = 0; i < names.size(); i++) all.put(names.get(i), answer(answers.get(i)));
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.unavailable("users");
        }
    }

    private Object ask(String name, String userId) {
        var sibling = siblings.get(name);
        if (sibling == null) throw new IllegalStateException("there is no service " + name);
        return sibling.get(PREFIXES.get(name) + "/export/" + URLEncoder.encode(userId, UTF_8))
                .as(Map.class);
    }

    private static Object answer(Future<Object> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Failure failure) throw failure;
            throw new IllegalStateException("an export failed", e);
        }
    }
}
