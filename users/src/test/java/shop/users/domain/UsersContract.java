package shop.users.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static shop.users.domain.UserFixture.aUser;
import static shop.users.domain.UserFixture.anAdmin;
import static shop.users.domain.UserFixture.disabled;
import static shop.users.domain.UserFixture.erased;
import static shop.users.domain.UserFixture.event;
import static shop.users.domain.UserFixture.named;
import static shop.users.domain.UserFixture.withAddress;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shop.platform.Failure;
import shop.platform.Page;
import shop.users.domain.Users.Query;

/** What any Users must do. */
public abstract class UsersContract {

    private static final Query ANY = new Query(Optional.empty(), Optional.empty(), Optional.empty());

    /** The same empty Users for the whole of one test. */
    protected abstract Users users();

    /** How many events have been told so far. */
    protected abstract int told();

    private void keep(User first, User... later) {
        users().add(first);
        for (var next : later) users().replace(next, List.of());
    }

    @Test
    void whatIsKeptIsFoundUnchanged() {
        var ann = aUser("ann");
        var named = named(ann, "Ann");
        var housed = withAddress(named, "adr_1");

        assertThat(users().find("ann")).isEmpty();
        keep(ann, named, housed);
        assertThat(users().find("ann")).contains(housed);
    }

    @Test
    void whoIsThereStaysAsTheyAre() {
        var named = named(aUser("ann"), "Annie");
        keep(aUser("ann"), named);

        users().add(aUser("ann"));

        assertThat(users().find("ann")).contains(named);
    }

    @Test
    void whatMayBeAbsentIsTakenAway() {
        var named = named(aUser("ann"), "Ann");
        var gone = erased(named);
        keep(aUser("ann"), named, gone);

        assertThat(users().find("ann")).contains(gone);
    }

    @Test
    void aStaleChangeIsNeitherKeptNorTold() {
        var ann = aUser("ann");
        var disabled = disabled(ann);
        users().add(ann);
        users().replace(disabled, event(ann));

        assertThatThrownBy(() -> users().replace(named(ann, "Annie"), event(ann)))
                .isInstanceOfSatisfying(Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.STALE));
        assertThatThrownBy(() -> users().replace(named(aUser("bob"), "Bob"), event(ann)))
                .isInstanceOf(Failure.class);
        assertThat(users().find("ann")).contains(disabled);
        await().untilAsserted(() -> assertThat(told()).isEqualTo(1));
    }

    @Test
    void peopleAreFoundByBeginningsRoleAndStatus() {
        keep(aUser("ann"), named(aUser("ann"), "Ann Lee-Featherstonehaugh"));
        keep(anAdmin("bob"));
        keep(aUser("cat"), disabled(aUser("cat")));

        assertThat(ids("ann@shop.t")).containsExactly("ann");
        assertThat(ids("LEE")).containsExactly("ann");
        assertThat(ids("featherstonehaugh")).containsExactly("ann");
        assertThat(ids("featherstonehuagh")).isEmpty();
        assertThat(ids("ann lee")).containsExactly("ann");
        assertThat(ids("exam")).containsExactly("cat", "bob");
        assertThat(ids("ample")).isEmpty();
        assertThat(ids(".*")).isEmpty();
        assertThat(ids(new Query(Optional.empty(), Optional.of(Role.ADMIN), Optional.empty())))
                .containsExactly("bob");
        assertThat(ids(new Query(Optional.of("exam"), Optional.of(Role.CUSTOMER), Optional.of(Status.DISABLED))))
                .containsExactly("cat");
    }

    @Test
    void aCharacterIsNeverCutInHalf() {
        var most = "x".repeat(7);
        keep(aUser("ann"), named(aUser("ann"), "\ud83c\udf75 Ann"));
        keep(aUser("bob"), named(aUser("bob"), most + "\ud83c\udf75\ud83c\udf75 Bob"));
        keep(aUser("cat"), named(aUser("cat"), most + "\ud83c\udf70\ud83c\udf70 Cat"));

        assertThat(ids("\ud83c\udf75")).containsExactly("ann");
        assertThat(ids("?")).isEmpty();
        assertThat(ids(most)).containsExactly("cat", "bob");
        assertThat(ids(most + "\ud83c\udf75\ud83c\udf75")).containsExactly("bob");
        assertThat(ids(most + "?")).isEmpty();
    }

    @Test
    void nobodyWhoIsErasedIsListed() {
        keep(aUser("ann"), erased(aUser("ann")));
        keep(aUser("bob"));

        assertThat(ids(ANY)).containsExactly("bob");
        assertThat(ids("ann")).isEmpty();
    }

    @Test
    void pagesFollowEachOther() {
        for (var id : List.of("a", "b", "c", "d", "e")) keep(aUser(id));
        var exam = new Query(Optional.of("example"), Optional.empty(), Optional.of(Status.ACTIVE));

        var first = users().list(exam, Page.Request.first(3));
        keep(aUser("f"));
        var second = users().list(exam, new Page.Request(3, first.next()));

        assertThat(first.items()).extracting(User::id).containsExactly("e", "d", "c");
        assertThat(second.items()).extracting(User::id).containsExactly("b", "a");
        assertThat(second.next()).isEmpty();
    }

    private List<String> ids(String text) {
        return ids(new Query(Optional.of(text), Optional.empty(), Optional.empty()));
    }

    private List<String> ids(Query query) {
        return users().list(query, Page.Request.first(9)).items().stream()
                .map(User::id)
                .toList();
    }
}
