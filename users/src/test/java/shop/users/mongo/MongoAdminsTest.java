package shop.users.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.testing.TestMongo;
import shop.users.domain.Admins;

class MongoAdminsTest {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final Admins admins = new MongoAdmins(database.getCollection("rosters"));

    @AfterEach
    void drop() {
        database.drop();
    }

    @Test
    void theLastOneCannotLeave() {
        admins.join("ann");
        admins.join("ann");
        admins.join("bob");

        assertThat(admins.leave("ann")).isTrue();
        assertThat(admins.leave("ann")).isTrue(); // a crash may make somebody leave twice
        assertThat(admins.leave("bob")).isFalse();
    }

    @Test
    void whenAllLeaveAtOnceOneStays() throws Exception {
        for (int i = 0; i < 20; i++) admins.join("usr_" + i);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var left = 0;
            for (var leaving : threads.invokeAll(IntStream.range(0, 20)
                    .mapToObj(i -> (Callable<Boolean>) () -> admins.leave("usr_" + i))
                    .toList())) {
                if (leaving.get()) left++;
            }
            assertThat(left).isEqualTo(19);
        }
    }
}
