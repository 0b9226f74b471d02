package shop.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What any Tickets must do. */
public abstract class TicketsContract {

    /** The same Tickets for the whole of one test. */
    protected abstract Tickets tickets();

    @Test
    void aTicketStandsForItsTokenOnce() {
        var ticket = tickets().issue("token of ann");

        assertThat(ticket).isNotEqualTo(tickets().issue("token of ann")).doesNotContain("token");
        assertThat(tickets().redeem(ticket)).contains("token of ann");
        assertThat(tickets().redeem(ticket)).isEmpty();
    }

    @Test
    void ofManyWhoShowTheSameTicketOneComesIn() throws Exception {
        var ticket = tickets().issue("token of ann");
        Callable<Optional<String>> showing = () -> tickets().redeem(ticket);

        var let = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : threads.invokeAll(Collections.nCopies(40, showing)))
                each.get().ifPresent(let::add);
        }
        assertThat(let).containsExactly("token of ann");
    }

    @Test
    void whatIsMadeUpOpensNothing() {
        assertThat(tickets().redeem("")).isEmpty();
        assertThat(tickets().redeem("made up: *")).isEmpty();
        assertThat(tickets().redeem("A".repeat(43))).isEmpty();
        assertThat(tickets().redeem("A".repeat(10_000))).isEmpty();
    }
}
