package shop.email.domain;

import java.time.Instant;
import java.util.Optional;
import shop.platform.Failure;

/**
 * That an address wants no mails, or can't have any.
 *
 * @param scope what is held back
 */
public record Suppression(Address address, Scope scope, Optional<String> reason, Instant createdAt) {

    /** Which mails are held back. */
    public enum Scope {
        /** Those nobody needs: who unsubscribes can still reset a password. */
        OPTIONAL,
        ALL
    }

    private static final int LONGEST_REASON = 200;

    public Suppression {
        if (reason.filter(text -> text.length() > LONGEST_REASON).isPresent()) {
            throw Failure.invalid("/reason", "too_long", "must not be longer than " + LONGEST_REASON);
        }
    }

    boolean holdsBack(Template template) {
        return scope == Scope.ALL || !template.essential();
    }
}
