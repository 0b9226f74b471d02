package shop.activity.api;

import static shop.platform.http.Role.ADMIN;
import static shop.platform.http.Role.SUPPORT;
import static shop.platform.http.Route.get;

import io.javalin.http.Context;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import shop.activity.domain.Verdict;
import shop.activity.domain.Verifying;
import shop.platform.http.Route;
import shop.platform.http.Routes;

/** Proof that the audit log is what was written. */
public final class AuditRoutes implements Routes {

    @Schema(description = "What the audit log looks like")
    record VerdictView(
            @Schema(description = "Whether every entry is what was written, and none is missing", example = "true")
            boolean valid,

            @Schema(description = "How many entries there are", example = "1204")
            long records,

            @Schema(
                    description = "The first entry that was changed, or is missing, or follows a missing one",
                    example = "act_01m1c2jv00e8e8qfx9b2d3n401")
            Optional<String> firstBroken) {

        static VerdictView of(Verdict verdict) {
            return new VerdictView(verdict.valid(), verdict.entries(), verdict.firstBroken());
        }
    }

    private final Verifying verifying;

    public AuditRoutes(Verifying verifying) {
        this.verifying = verifying;
    }

    @Override
    public List<Route> routes() {
        return List.of(get("/activity/audit/verify", this::verify)
                .by(SUPPORT, ADMIN)
                .says("Verify the audit log")
                .details(
                        "The log is a chain: each entry's `hash` is SHA-256 over its content and the hash of the entry "
                                + "before. All of it is read, from the first entry to the last.")
                .answers(200, VerdictView.class));
    }

    private void verify(Context ctx) {
        ctx.json(VerdictView.of(verifying.verify()));
    }
}
