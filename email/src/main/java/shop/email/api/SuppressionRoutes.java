package shop.email.api;

import static shop.platform.http.Role.ADMIN;
import static shop.platform.http.Role.PUBLIC;
import static shop.platform.http.Role.SERVICE;
import static shop.platform.http.Role.SUPPORT;
import static shop.platform.http.Route.Trait.NO_KEY;
import static shop.platform.http.Route.delete;
import static shop.platform.http.Route.get;
import static shop.platform.http.Route.post;
import static shop.platform.http.Route.put;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shop.email.domain.Address;
import shop.email.domain.Suppression;
import shop.email.domain.Suppression.Scope;
import shop.email.domain.Suppressions;
import shop.email.domain.Unsubscribing;
import shop.platform.Failure;
import shop.platform.http.Http;
import shop.platform.http.Route;
import shop.platform.http.Routes;

/** Who gets no e-mails: by support's decision, or their own. */
public final class SuppressionRoutes implements Routes {

    private static final String JSON = "application/json";
    private static final String HTML = "text/html";

    @Schema(description = "Why an address gets no e-mails")
    record Suppress(
            @Schema(description = "For people", example = "bounced", maxLength = 200)
            Optional<String> reason) {}

    @Schema(description = "That an address gets no e-mails")
    record SuppressionView(
            @Schema(description = "The address", example = "ann@example.com")
            String address,

            @Schema(description = "What is held back: all, or only what nobody needs", example = "all")
            Scope scope,

            @Schema(description = "Why", example = "bounced")
            Optional<String> reason,

            @Schema(description = "Since when", example = "2030-01-02T12:00:00.000Z")
            Instant createdAt) {

        static SuppressionView of(Suppression it) {
            return new SuppressionView(it.address().key(), it.scope(), it.reason(), it.createdAt());
        }
    }

    @Schema(description = "Who unsubscribes, where the link does not say")
    record Unsubscribe(
            @Schema(description = "The token of the link", example = "q83vEjRWeJCrze8SNFZ4kA", maxLength = 1000)
            Optional<String> token) {}

    private final Suppressions suppressions;
    private final Unsubscribing unsubscribing;
    private final SealedLinks links;

    public SuppressionRoutes(Suppressions suppressions, Unsubscribing unsubscribing, SealedLinks links) {
        this.suppressions = suppressions;
        this.unsubscribing = unsubscribing;
        this.links = links;
    }

    @Override
    public List<Route> routes() {
        var path = "/emails/suppressions/{address}";
        return List.of(
                get(path, this::read)
                        .by(SUPPORT, ADMIN, SERVICE)
                        .says("Whether an address gets no e-mails")
                        .answers(200, SuppressionView.class)
                        .refuses(404, "suppression_not_found")
                        .refuses(422, "invalid_format"),
                put(path, this::suppress)
                        .by(SUPPORT, ADMIN, SERVICE)
                        .says("Send no more e-mails to an address")
                        .takes(Suppress.class)
                        .answers(200, SuppressionView.class)
                        .refuses(422, "invalid_format"),
                delete(path, this::release)
                        .by(SUPPORT, ADMIN, SERVICE)
                        .says("Send e-mails to an address again")
                        .answers(204)
                        .refuses(404, "suppression_not_found")
                        .refuses(422, "invalid_format"),
                get("/emails/unsubscribe", this::confirm)
                        .by(PUBLIC)
                        .says("The page behind the link below an e-mail")
                        .details("It only asks: mail scanners follow links, too.")
                        .query("token", "The token of the link")
                        .answers(200, String.class, HTML)
                        .refuses(400, "invalid_token"),
                post("/emails/unsubscribe", this::unsubscribe)
                        .by(PUBLIC)
                        .says("End the e-mails nobody needs, with one click (RFC 8058)")
                        .query("token", "The token of the link")
                        .takes(Unsubscribe.class, JSON, "application/x-www-form-urlencoded", "multipart/form-data")
                        .answers(204)
                        .answers(200, String.class, HTML)
                        .refuses(400, "invalid_token")
                        .with(NO_KEY));
    }

    private void read(Context ctx) {
        var address = address(ctx);
        var found = suppressions.find(address).orElseThrow(() -> unknown(address));
        ctx.json(SuppressionView.of(found));
    }

    private void suppress(Context ctx) {
        var request = Http.body(ctx, Suppress.class);
        ctx.json(SuppressionView.of(unsubscribing.suppress(address(ctx), request.reason())));
    }

    private void release(Context ctx) {
        var address = address(ctx);
        if (!suppressions.remove(address)) throw unknown(address);
        ctx.status(HttpStatus.NO_CONTENT);
    }

    private void confirm(Context ctx) {
        links.read(Http.query(ctx, "token").orElse(""));
        page(ctx, UnsubscribePage.QUESTION);
    }

    private void unsubscribe(Context ctx) {
        var token = Http.query(ctx, "token").or(() -> inBody(ctx)).orElse("");
        unsubscribing.unsubscribe(links.read(token));
        if (wantsPage(ctx)) page(ctx, UnsubscribePage.DONE);
        else ctx.status(HttpStatus.NO_CONTENT);
    }

    private static Optional<String> inBody(Context ctx) {
        var json = Optional.ofNullable(ctx.contentType()).orElse(JSON).startsWith(JSON);
        return json ? Http.body(ctx, Unsubscribe.class).token() : Optional.empty();
    }

    private static boolean wantsPage(Context ctx) {
        return Optional.ofNullable(ctx.header("Accept")).orElse("").contains(HTML);
    }

    private static void page(Context ctx, String page) {
        ctx.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'")
                .header("Referrer-Policy", "no-referrer")
                .contentType(HTML + "; charset=utf-8")
                .result(page);
    }

    private static Address address(Context ctx) {
        return new Address(ctx.pathParam("address"));
    }

    private static Failure unknown(Address address) {
        return Failure.notFound("suppression", address.key());
    }
}
