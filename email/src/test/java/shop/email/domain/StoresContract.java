package shop.email.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What any Stores must do; each implementation runs all of it. */
public abstract class StoresContract {

    protected abstract Stores stores();

    @Test
    void onlyNewerNewsCount() {
        stores().put(store("Second", 2));
        stores().put(store("First", 1));
        assertThat(stores().find("sto_1")).contains(store("Second", 2));

        stores().put(store("Third", 3));
        assertThat(stores().find("sto_1")).contains(store("Third", 3));
        assertThat(stores().find("sto_2")).isEmpty();
    }

    @Test
    void ofManyNewsAtOnceTheNewestStays() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var news = IntStream.rangeClosed(1, 40).<Callable<Boolean>>mapToObj(sequence -> () -> {
                stores().put(store("Tea " + sequence, sequence));
                return true;
            });
            for (var put : threads.invokeAll(news.toList()))
                assertThat(put.get()).isTrue();
        }

        assertThat(stores().find("sto_1")).contains(store("Tea 40", 40));
    }

    @Test
    void anAddressIsForgotten() {
        stores().put(store("Tea", 1));

        stores().forget(new Address("bob@example.com"));
        assertThat(stores().find("sto_1")).contains(store("Tea", 1));

        stores().forget(new Address("Hello@tea.example"));
        assertThat(stores().find("sto_1")).contains(new Store("sto_1", "Tea", "usr_own", Optional.empty(), 1));
    }

    private static Store store(String name, int sequence) {
        return new Store("sto_1", name, "usr_own", Optional.of("hello@Tea.example"), sequence);
    }
}
