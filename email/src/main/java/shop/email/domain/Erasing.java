package shop.email.domain;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import shop.platform.Failure;

/** Takes everybody who has left out of all mails; the last one to them is forgotten once it is out. */
public final class Erasing {

    private static final int BATCH = 100;

    private final Emails emails;
    private final Addressing addressing;

    public Erasing(Emails emails, Addressing addressing) {
        this.emails = emails;
        this.addressing = addressing;
    }

    /** May be repeated, and is when it was interrupted. */
    public void erase(String userId, Optional<Address> address) {
        addressing.left(userId);
        eraseAll(() -> emails.to(userId, BATCH));
        address.ifPresent(known -> {
            addressing.left(known);
            eraseAll(() -> emails.to(known, BATCH));
        });
    }

    private void eraseAll(Supplier<List<Email>> left) {
        for (var batch = left.get(); !batch.isEmpty(); batch = left.get()) batch.forEach(this::erase);
    }

    private void erase(Email email) {
        try {
            emails.replace(email.erase());
        } catch (Failure failure) {
            if (failure.kind() != Failure.Kind.STALE) throw failure; // moved on meanwhile: the next batch has it
        }
    }
}
