package shop.email.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddressingTest {

    private final FakeDirectory directory = new FakeDirectory();
    private final InMemoryContacts contacts = new InMemoryContacts();
    private final Addressing addressing = new Addressing(contacts, new InMemoryStores(), directory);

    @Test
    void whatWasHeardNeedsNoAsking() {
        addressing.registered("usr_ann", "ann@example.com", "Ann", 1);
        addressing.profileUpdated("usr_ann", Optional.of("Annie"), Optional.of("de-AT"), 2);

        var ann = addressing.person("usr_ann").orElseThrow();

        assertThat(ann.address()).isEqualTo(new Address("ann@example.com"));
        assertThat(ann.displayName()).contains("Annie");
        assertThat(ann.language()).isEqualTo(Language.DE);
        assertThat(directory.asked()).isZero();
    }

    @Test
    void whoIsUnknownIsAskedForOnce() {
        directory.know("usr_ann", new Person("ann@example.com", Optional.of("Ann"), Optional.of("de")));

        addressing.person("usr_ann");

        assertThat(addressing.person("usr_ann")).map(Recipient::language).contains(Language.DE);
        assertThat(directory.asked()).isEqualTo(1);
    }

    @Test
    void nobodyKnowsAStranger() {
        assertThat(addressing.person("usr_bob")).isEmpty();
        assertThat(addressing.store("sto_1")).isEmpty();
    }

    @Test
    void newsThatComeInTheWrongOrderEndInTheSame() {
        addressing.emailVerified("usr_ann", "new@example.com", 5);
        addressing.registered("usr_ann", "old@example.com", "Ann", 1);
        addressing.emailVerified("usr_ann", "older@example.com", 3);
        addressing.profileUpdated("usr_ann", Optional.of("Anna"), Optional.empty(), 4);
        addressing.profileUpdated("usr_ann", Optional.of("An"), Optional.of("de"), 2);

        var ann = contacts.find("usr_ann").orElseThrow();
        assertThat(ann.email()).contains("new@example.com");
        assertThat(ann.displayName()).contains("Anna");
        assertThat(ann.language()).isEqualTo(Language.EN);
    }

    @Test
    void whoHasLeftIsNeverLearntAgain() {
        addressing.left("usr_ann");
        addressing.registered("usr_ann", "ann@example.com", "Ann", 9);
        addressing.profileUpdated("usr_ann", Optional.of("Ann"), Optional.of("en"), 9);
        directory.know("usr_ann", new Person("ann@example.com", Optional.of("Ann"), Optional.empty()));

        assertThat(addressing.person("usr_ann")).isEmpty();
        assertThat(addressing.person("usr_ann", "ann@example.com", Optional.of("Ann")))
                .isEmpty();
        assertThat(contacts.find("usr_ann").orElseThrow().email()).isEmpty();
        assertThat(directory.asked()).isZero();
    }

    @Test
    void aStoreIsReadInTheLanguageOfItsOwner() {
        directory.know(new Store("sto_1", "Tea", "usr_ann", Optional.of("hello@tea.example"), 1));
        addressing.profileUpdated("usr_ann", Optional.empty(), Optional.of("de"), 1);

        var desk = addressing.store("sto_1").flatMap(addressing::desk).orElseThrow();

        assertThat(desk.language()).isEqualTo(Language.DE);
        assertThat(desk.userId()).isEmpty();
        addressing.store("sto_1");
        assertThat(directory.asked()).isEqualTo(1);
    }
}
