package shop.auth.api;

import static shop.platform.http.Role.SERVICE;
import static shop.platform.http.Route.get;

import io.javalin.http.Context;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shop.auth.domain.Account;
import shop.auth.domain.Accounts;
import shop.auth.domain.LoggingOut;
import shop.auth.domain.Role;
import shop.auth.domain.Status;
import shop.platform.Failure;
import shop.platform.http.Route;
import shop.platform.http.Routes;

/** What siblings ask about accounts. */
public record AccountRoutes(Accounts accounts, LoggingOut loggingOut) implements Routes {

    @Schema(description = "An account as other services may know it")
    record AccountView(
            @Schema(description = "Id of the person", example = "usr_01m1c2jv00e8e8qfx9b2d3n401")
            String userId,

            @Schema(description = "E-mail address as its owner writes it", example = "ann@example.com")
            String email,

            @Schema(description = "Whether the address is proven to be its owner's", example = "true")
            boolean emailVerified,

            @Schema(description = "What others see", example = "Ann")
            String displayName,

            @Schema(description = "customer, support, admin", example = "[\"customer\"]")
            List<Role> roles,

            @Schema(description = "active or disabled", example = "active")
            Status status,

            @Schema(description = "When it was registered", example = "2030-01-02T12:00:00.000Z")
            Instant createdAt) {

        static AccountView of(Account account) {
            return new AccountView(
                    account.id(),
                    account.email().typed(),
                    account.emailVerified(),
                    account.displayName(),
                    account.roles().stream().sorted().toList(),
                    account.status(),
                    account.createdAt());
        }
    }

    @Schema(description = "All that auth holds of a person")
    record Export(
            @Schema(description = "The account; absent when there is none")
            Optional<AccountView> account,

            @Schema(description = "The sessions that have not ended")
            List<SessionView> sessions) {}

    @Override
    public List<Route> routes() {
        return List.of(
                get("/auth/accounts/{userId}", this::read)
                        .by(SERVICE)
                        .says("Read an account")
                        .answers(200, AccountView.class)
                        .refuses(404, "account_not_found"),
                get("/auth/export/{userId}", this::export)
                        .by(SERVICE)
                        .says("Hand out all that auth holds of a person")
                        .answers(200, Export.class));
    }

    private void read(Context ctx) {
        var id = ctx.pathParam("userId");
        ctx.json(find(id).orElseThrow(() -> Failure.notFound("account", id)));
    }

    private void export(Context ctx) {
        var id = ctx.pathParam("userId");
        var sessions = loggingOut.sessions(id).stream()
                .map(session -> SessionView.of(session, ""))
                .toList();
        ctx.json(new Export(find(id), sessions));
    }

    private Optional<AccountView> find(String id) {
        return accounts.find(id)
                .filter(account -> account.status() != Status.DELETED)
                .map(AccountView::of);
    }
}
