package shop.email.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import shop.platform.Failure;

/** What any Contacts must do; each implementation runs all of it. */
public abstract class ContactsContract {

    private final Contact ann = Contact.unknown("usr_ann").registered("ann@example.com", "Ann", 1);

    protected abstract Contacts contacts();

    @Test
    void whatIsPutIsFoundUnchanged() {
        contacts().put(ann);
        assertThat(contacts().find("usr_ann")).contains(ann);
        assertThat(contacts().find("usr_bob")).isEmpty();

        contacts().put(ann.leave());
        assertThat(contacts().find("usr_ann")).contains(ann.leave());
    }

    @Test
    void aStaleChangeIsRefused() {
        contacts().put(ann);

        assertThatThrownBy(() -> contacts().put(ann))
                .isInstanceOfSatisfying(Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.STALE));
        contacts().put(ann.leave());
        assertThatThrownBy(() -> contacts().put(ann.withEmail("other@example.com", 2)))
                .isInstanceOfSatisfying(Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.STALE));
        assertThat(contacts().find("usr_ann")).contains(ann.leave());
    }
}
