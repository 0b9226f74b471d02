package shop.email.domain;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that says what it is told to, and otherwise takes everything. */
public final class FakeMailbox implements Mailbox {

    private final Queue<Delivery> answers = new ArrayDeque<>();
    private final List<Parcel> parcels = new CopyOnWriteArrayList<>();

    public void answer(Delivery next) {
        answers.add(next);
    }

    public List<Parcel> parcels() {
        return List.copyOf(parcels);
    }

    @Override
    public Delivery deliver(Parcel parcel) {
        parcels.add(parcel);
        return Optional.ofNullable(answers.poll()).orElse(new Delivery.Accepted("250 OK"));
    }
}
