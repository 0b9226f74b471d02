package shop.users;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static shop.platform.testing.TestPlatform.NOON;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import shop.platform.Failure;
import shop.platform.Page;
import shop.platform.crypto.Secret;
import shop.platform.mongo.MongoOutbox;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.TestMongo;
import shop.users.domain.Administering;
import shop.users.domain.Changing;
import shop.users.domain.Profiles;
import shop.users.domain.Role;
import shop.users.domain.Seating;
import shop.users.domain.Status;
import shop.users.domain.User;
import shop.users.domain.UserEvent;
import shop.users.domain.UserFixture;
import shop.users.domain.Users;
import shop.users.events.UserWire;
import shop.users.mongo.MongoAdmins;
import shop.users.mongo.MongoUsers;

/** Twenty at once demote, disable and erase all admins, and themselves, while they are recounted. */
class LastAdminTest {

    private static final Clock CLOCK = Clock.fixed(NOON, UTC);
    private static final int ADMINS = 10;

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final UserWire wire = new UserWire(Secret.of("test"));
    private final MongoOutbox<UserEvent> outbox =
            new MongoOutbox<>(database.getCollection("users"), wire::fact, new InMemoryBus(), CLOCK);
    private final Users users = new MongoUsers(database.getCollection("users"), outbox);
    private final Seating seating = new Seating(users, new MongoAdmins(database.getCollection("rosters")));
    private final Changing changing = new Changing(users, id -> Optional.empty(), seating);
    private final Administering administering = new Administering(changing, CLOCK);
    private final Profiles profiles = new Profiles(changing, CLOCK);

    @AfterEach
    void drop() {
        outbox.close();
        database.drop();
    }

    @RepeatedTest(3)
    void exactlyOneRemains() throws Exception {
        for (int i = 0; i < ADMINS; i++) users.add(UserFixture.anAdmin("usr_" + i));
        seating.recount();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var change : threads.invokeAll(changes())) expected(change);
        }
        var left = users.list(
                new Users.Query(Optional.empty(), Optional.of(Role.ADMIN), Optional.of(Status.ACTIVE)),
                Page.Request.first(100));
        assertThat(left.items()).extracting(User::id).hasSize(1);
    }

    private List<Callable<Object>> changes() {
        var changes = new ArrayList<Callable<Object>>();
        for (int i = 0; i < ADMINS; i++) {
            var id = "usr_" + i;
            changes.add(() -> switch (id.hashCode() % 3) {
                case 0 -> administering.assign(id, Set.of(), "root", OptionalInt.empty());
                case 1 -> administering.setStatus(id, Status.DISABLED, "root", OptionalInt.empty());
                default -> {
                    profiles.erase(id);
                    yield id;
                }
            });
            changes.add(() -> {
                seating.recount();
                return id;
            });
        }
        return changes;
    }

    private static void expected(Future<Object> change) {
        if (change.state() == Future.State.SUCCESS) return;
        assertThat(change.exceptionNow())
                .isInstanceOfSatisfying(Failure.class, f -> assertThat(f.code()).isEqualTo("last_admin"));
    }
}
