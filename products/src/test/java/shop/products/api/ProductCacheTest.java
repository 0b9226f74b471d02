package shop.products.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.products.domain.Fixture.next;
import static shop.products.domain.Fixture.product;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shop.products.domain.InMemoryCopies;
import shop.products.domain.InMemoryProducts;
import shop.products.domain.Product;
import shop.products.domain.Products;

class ProductCacheTest {

    private static final Product GREEN = product("prd_1", "Green tea", 300);

    private final InMemoryProducts products = new InMemoryProducts();
    private final AtomicInteger reads = new AtomicInteger();
    private volatile Runnable reading = () -> {};
    private final ProductCache cache = new ProductCache(watched(), new InMemoryCopies());

    ProductCacheTest() {
        products.add(GREEN);
    }

    /** Counts what is read, and what else happens when it has been read and not handed over. */
    private Products watched() {
        return (Products) Proxy.newProxyInstance(
                Products.class.getClassLoader(), new Class<?>[] {Products.class}, (proxy, method, arguments) -> {
                    try {
                        var result = method.invoke(products, arguments);
                        reads.incrementAndGet();
                        reading.run();
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private int version() {
        return cache.find("prd_1").orElseThrow().version();
    }

    @Test
    @SuppressWarnings("try") // closing waits for all
    void ofManyWhoMissOneReads() throws InterruptedException {
        var all = new CountDownLatch(100);
        reading = () -> {
            try {
                all.await(); // until everybody has asked
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var versions = IntStream.range(0, 100)
                    .mapToObj(i -> readers.submit(() -> {
                        all.countDown();
                        return version();
                    }))
                    .toList();
            readers.close();
            assertThat(versions).allMatch(version -> version.resultNow() == 1);
        }
        assertThat(reads).hasValue(1);
    }

    @Test
    void whatChangesWhileItIsReadIsReadAgain() {
        reading = () -> {
            reading = () -> {};
            products.replace(next(GREEN, "Greener"));
            cache.changed("prd_1", 2);
        };

        assertThat(version()).as("who asked before the change").isEqualTo(1);
        assertThat(version()).as("who asked after it").isEqualTo(2);
    }

    @Test
    void aFailureIsNotKept() {
        reading = () -> {
            throw new IllegalStateException("the database is away");
        };
        assertThatThrownBy(this::version).hasMessage("the database is away");

        reading = () -> {};
        assertThat(version()).isEqualTo(1);
        assertThat(cache.find("prd_9")).isEqualTo(Optional.empty());
    }
}
