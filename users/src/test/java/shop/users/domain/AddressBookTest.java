package shop.users.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shop.platform.Failure;
import shop.platform.Page;

class AddressBookTest {

    private static final AddressBook EMPTY = new AddressBook(List.of());

    private final AddressBook one = EMPTY.add(UserFixture.draft("home").entry("adr_1"));
    private final AddressBook three = one.add(UserFixture.draft("work").entry("adr_2"))
            .add(UserFixture.draft("boat").entry("adr_3"));

    private static Entry.Draft draft(Optional<Boolean> shipping, Optional<Boolean> billing) {
        var any = UserFixture.draft("any");
        return new Entry.Draft(any.label(), any.address(), shipping, billing);
    }

    private static AddressBook put(AddressBook book, String id, Optional<Boolean> shipping, Optional<Boolean> billing) {
        return book.put(book.find(id).orElseThrow().as(draft(shipping, billing)));
    }

    private static void defaults(AddressBook book, String shipping, String billing) {
        assertThat(book.entries().stream().filter(Entry::defaultShipping))
                .extracting(Entry::id)
                .containsExactly(shipping);
        assertThat(book.entries().stream().filter(Entry::defaultBilling))
                .extracting(Entry::id)
                .containsExactly(billing);
    }

    @Test
    void theFirstIsTheDefaultForEverythingWhateverItSays() {
        defaults(one, "adr_1", "adr_1");
        defaults(three, "adr_1", "adr_1");
        defaults(EMPTY.add(draft(Optional.of(false), Optional.of(false)).entry("adr_1")), "adr_1", "adr_1");
        assertThat(one.entries()).extracting(Entry::version).containsExactly(1);
    }

    @Test
    void aDefaultThatNothingIsSaidAboutStays() {
        defaults(put(three, "adr_1", Optional.empty(), Optional.empty()), "adr_1", "adr_1");
        defaults(put(three, "adr_2", Optional.empty(), Optional.empty()), "adr_1", "adr_1");
    }

    @Test
    void aNewDefaultTakesItFromTheOldOne() {
        var changed = put(three, "adr_2", Optional.of(true), Optional.empty());

        defaults(changed, "adr_2", "adr_1");
        assertThat(changed.entries()).extracting(Entry::version).containsExactly(2, 2, 1);
    }

    @Test
    void aDefaultGivenUpGoesToTheYoungestOther() {
        defaults(put(three, "adr_1", Optional.of(false), Optional.empty()), "adr_3", "adr_1");
        var youngest = put(three, "adr_3", Optional.of(true), Optional.empty());
        defaults(put(youngest, "adr_3", Optional.of(false), Optional.empty()), "adr_2", "adr_1");
        defaults(put(one, "adr_1", Optional.of(false), Optional.of(false)), "adr_1", "adr_1");
    }

    @Test
    void whatIsRemovedHandsItsDefaultsOn() {
        var without = three.remove(three.find("adr_1").orElseThrow());

        defaults(without, "adr_3", "adr_3");
        assertThat(without.entries()).extracting(Entry::version).containsExactly(1, 2);
        assertThat(one.remove(one.find("adr_1").orElseThrow()).entries()).isEmpty();
    }

    @Test
    void nothingChangedIsNoNewVersion() {
        assertThat(three.put(three.find("adr_2").orElseThrow())).isEqualTo(three);
    }

    @Test
    void itHoldsFifty() {
        var book = EMPTY;
        for (int i = 0; i < 50; i++) book = book.add(UserFixture.draft("x").entry("adr_" + i));
        var full = book;

        assertThatThrownBy(() -> full.add(UserFixture.draft("x").entry("adr_50")))
                .isInstanceOfSatisfying(Failure.class, f -> assertThat(f.code()).isEqualTo("too_many_addresses"));
    }

    @Test
    void pagesFollowEachOther() {
        var first = three.page(Page.Request.first(2));
        var second = three.page(new Page.Request(2, first.next()));

        assertThat(first.items()).extracting(Entry::id).containsExactly("adr_1", "adr_2");
        assertThat(second.items()).extracting(Entry::id).containsExactly("adr_3");
        assertThat(second.next()).isEmpty();
        var without = three.remove(three.find("adr_2").orElseThrow());
        assertThat(without.page(new Page.Request(2, first.next())).items())
                .extracting(Entry::id)
                .containsExactly("adr_3");
    }
}
