package shop.email.domain;

import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import shop.email.domain.Delivery.Accepted;
import shop.email.domain.Delivery.Deferred;
import shop.email.domain.Delivery.Refused;
import shop.platform.Failure;
import shop.platform.Failure.Kind;

/** Hands mails over, each by whoever claims it first. */
public final class Sending {

    private static final int TRIES = 10;

    private final Emails emails;
    private final Suppressions suppressions;
    private final Addressing addressing;
    private final Post post;
    private final Clock clock;

    public Sending(Emails emails, Suppressions suppressions, Addressing addressing, Post post, Clock clock) {
        this.emails = emails;
        this.suppressions = suppressions;
        this.addressing = addressing;
        this.post = post;
        this.clock = clock;
    }

    /** Sends a mail that is due, unless somebody else is at it. */
    public void send(Email due) {
        claim(due).ifPresent(this::deliver);
    }

    /** Somebody wants it to be tried now. */
    public Email retry(String id) {
        return change(id, email -> email.again(clock.instant()));
    }

    private Optional<Email> claim(Email due) {
        var claimed = due.sending(clock.instant());
        try {
            emails.replace(claimed);
            return Optional.of(claimed);
        } catch (Failure failure) {
            if (failure.kind() == Kind.STALE) return Optional.empty();
            throw failure;
        }
    }

    private void deliver(Email email) {
        var farewell = email.template() == Template.ACCOUNT_DELETED;
        var nobody = email.userId().filter(addressing::hasLeft).isPresent() && !farewell;
        if (nobody || email.erased()) change(email.id(), Email::erase);
        else if (email.progress().exhausted()) settle(email.id(), new Refused("each try broke off"), farewell);
        else if (heldBack(email)) change(email.id(), Email::suppressed);
        else settle(email.id(), post.send(email), farewell);
    }

    private boolean heldBack(Email email) {
        var suppressed = suppressions
                .find(new Address(email.to()))
                .filter(each -> each.holdsBack(email.template()))
                .isPresent();
        var unwanted = email.userId().filter(id -> !addressing.wants(id, email.template()));
        return suppressed || unwanted.isPresent();
    }

    /** The last mail to somebody who has left is forgotten as soon as there is nothing more to do for it. */
    private void settle(String id, Delivery delivery, boolean farewell) {
        var settled = change(id, email -> after(email, delivery));
        if (farewell && settled.progress().dueAt().isEmpty()) change(id, Email::erase);
    }

    private Email after(Email email, Delivery delivery) {
        var now = clock.instant();
        return switch (delivery) {
            case Accepted(var said) -> email.sent(now, said);
            case Deferred(var said) -> email.deferred(now, said);
            case Refused(var said) -> email.failed(now, said);
        };
    }

    private Email change(String id, UnaryOperator<Email> change) {
        for (int attempt = 1; ; attempt++) {
            var before = emails.find(id).orElseThrow(() -> Failure.notFound("email", id));
            var next = change.apply(before);
            try {
                emails.replace(next, news(before, next));
                return next;
            } catch (Failure failure) {
                if (failure.kind() != Kind.STALE || attempt == TRIES) throw failure;
            }
        }
    }

    private static EmailEvent[] news(Email before, Email next) {
        if (before.status() == next.status()) return new EmailEvent[0];
        return switch (next.status()) {
            case SENT -> new EmailEvent[] {new EmailEvent.Sent(next.id(), next.template(), next.userId())};
            case FAILED ->
                new EmailEvent[] {new EmailEvent.Failed(next.id(), next.template(), next.userId(), reason(next))};
            case QUEUED, SENDING, DEFERRED, SUPPRESSED -> new EmailEvent[0];
        };
    }

    private static String reason(Email failed) {
        return failed.progress().attempts().getLast().detail().orElse("refused");
    }
}
