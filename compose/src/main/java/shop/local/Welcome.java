package shop.local;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last words of a start: what runs where, and what to open next. */
final class Welcome {

    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    private Welcome() {}

    static void say(String here, Keepsakes keepsakes, Demo.Result demo, Duration took) {
        LOG.info(
                "nine services are ready at {} after {} s; data is kept in {}",
                here,
                took.toSeconds(),
                keepsakes.folder());
        LOG.info("demo catalogue: {}", demo.summary());
        if (keepsakes.fresh()) {
            LOG.info("admin (shown this once): {} / {}", keepsakes.adminEmail(), keepsakes.adminPassword());
        }
        LOG.info("open next: {}/docs (the API), {}/mails (mails sent), README.md (the journey)", here, here);
    }
}
