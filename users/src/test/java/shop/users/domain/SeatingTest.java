package shop.users.domain;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.platform.testing.TestPlatform.NOON;
import static shop.users.domain.UserFixture.anAdmin;
import static shop.users.domain.UserFixture.disabled;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import shop.platform.Failure;

/** Somebody remains an admin, whoever comes late and whatever dies in the middle. */
class SeatingTest {

    private final InMemoryUsers users = new InMemoryUsers();
    private final InMemoryAdmins admins = new InMemoryAdmins();
    private final Seating seating = new Seating(users, admins);
    private final Administering administering =
            new Administering(new Changing(users, id -> Optional.empty(), seating), Clock.fixed(NOON, UTC));

    @Test
    void aRecountDoesNotCountWhoIsDemotedAtThatVeryMoment() {
        var ann = seating.add(anAdmin("ann"));
        var bob = seating.add(anAdmin("bob"));

        admins.leave("bob", bob.version()); // bob's demotion has begun
        seating.recount();

        assertThatThrownBy(() -> seating.replace(bob, disabled(bob), List.of()))
                .as("the demotion that is stopped")
                .isInstanceOfSatisfying(Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.STALE));
        administering.setStatus("bob", Status.DISABLED, "ann", OptionalInt.empty());
        seating.recount();
        lastAdmin(() -> administering.setStatus("ann", Status.DISABLED, "ann", OptionalInt.empty()));
        assertThat(users.find("ann")).contains(ann);
    }

    @Test
    void aRecountThatReadsBeforeAndCountsAfterComesTooLate() {
        seating.add(anAdmin("ann"));
        var bob = seating.add(anAdmin("bob"));
        administering.assign("bob", Set.of(), "ann", OptionalInt.empty());

        assertThat(admins.join("bob", bob.version())).isFalse();
        lastAdmin(() -> administering.assign("ann", Set.of(), "ann", OptionalInt.empty()));
    }

    @Test
    void aRegistrationThatComesAgainMakesNobodyAnAdmin() {
        seating.add(anAdmin("ann"));
        seating.add(anAdmin("bob"));
        administering.assign("bob", Set.of(), "ann", OptionalInt.empty());

        assertThat(seating.add(anAdmin("bob")).isAdmin()).isFalse();
        lastAdmin(() -> administering.assign("ann", Set.of(), "ann", OptionalInt.empty()));
    }

    @Test
    void whomACrashLeftOutIsCountedAgain() {
        var ann = seating.add(anAdmin("ann"));
        seating.add(anAdmin("bob"));
        admins.leave("ann", ann.version()); // and dies
        lastAdmin(() -> administering.assign("bob", Set.of(), "ann", OptionalInt.empty()));

        seating.recount();

        administering.assign("bob", Set.of(), "ann", OptionalInt.empty());
        lastAdmin(() -> administering.assign("ann", Set.of(), "ann", OptionalInt.empty()));
    }

    @Test
    void whoCouldNotBeDemotedIsCountedAgainAtOnce() {
        var ann = seating.add(anAdmin("ann"));
        seating.add(anAdmin("bob"));
        users.replace(ann.renewed(), List.of());

        assertThatThrownBy(() -> seating.replace(ann, disabled(ann), List.of())).isInstanceOf(Failure.class);

        administering.assign("bob", Set.of(), "ann", OptionalInt.empty());
        lastAdmin(() -> administering.assign("ann", Set.of(), "ann", OptionalInt.empty()));
    }

    @Test
    void allAreRecounted() {
        for (int i = 0; i < 250; i++) users.add(anAdmin("usr_" + i));

        seating.recount();

        for (int i = 0; i < 250; i++) assertThat(admins.leave("usr_" + i, 1)).isEqualTo(i < 249);
    }

    private static void lastAdmin(Runnable change) {
        assertThatThrownBy(change::run)
                .isInstanceOfSatisfying(Failure.class, f -> assertThat(f.code()).isEqualTo("last_admin"));
    }
}
