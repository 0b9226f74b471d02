package shop.products.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.platform.testing.TestPlatform.NOON;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What any Imports must do; each implementation runs all of it. */
public abstract class ImportsContract {

    private static final ImportJob JOB = ImportJob.queued("imp_1", "sto_1", "ann", NOON);

    /** The same empty Imports for the whole of one test. */
    protected abstract Imports imports();

    @Test
    void aJobIsKeptAsFarAsItHasCome() {
        imports().put(JOB);
        var failed = JOB.seen(NOON.plusSeconds(1))
                .done(true)
                .failed(List.of(new ImportProblem(2, "/sku", "required", "is required")));
        imports().put(failed);

        assertThat(imports().find("imp_1")).contains(failed);
        assertThat(imports().find("imp_2")).isEmpty();
    }

    @Test
    void whatNobodyWorksOnIsFound() {
        imports().put(JOB);
        imports().put(ImportJob.queued("imp_2", "sto_1", "ann", NOON).ended(ImportStatus.COMPLETED, NOON));

        assertThat(imports().stalled(NOON.plusSeconds(1), 10)).containsExactly(JOB);
        assertThat(imports().stalled(NOON, 10)).isEmpty();
    }

    @Test
    void aPersonIsRenamed() {
        imports().put(JOB);
        assertThat(imports().of("ann", 10)).containsExactly(JOB);

        imports().rename("ann", "deleted");

        assertThat(imports().of("ann", 10)).isEmpty();
        assertThat(imports().find("imp_1").orElseThrow().userId()).isEqualTo("deleted");
    }
}
