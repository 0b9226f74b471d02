package shop.email.domain;

import java.time.Instant;
import shop.platform.Id;

/**
 * Why a mail is written: the same cause writes the same mail once, however often it comes.
 *
 * @param id what tells it from every other cause: an event's id, a caller's key
 */
public record Cause(String id, Instant at) {

    String emailId(Template template) {
        return Id.derived("eml", at, id + " " + template.name());
    }
}
