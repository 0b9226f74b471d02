package shop.email.domain;

import java.util.Map;
import java.util.Optional;

/** Writes mails. */
public interface Letters {

    /**
     * The mail of this template.
     *
     * @param values what fills its gaps, as {@link Template#fill} has read it
     * @param unsubscribe where its reader can say that no more of these are wanted; empty for mails that must arrive
     */
    Letter write(Template template, Language language, Map<String, Value> values, Optional<String> unsubscribe);
}
