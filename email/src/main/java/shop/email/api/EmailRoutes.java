package shop.email.api;

import static shop.platform.http.Role.ADMIN;
import static shop.platform.http.Role.SERVICE;
import static shop.platform.http.Role.SUPPORT;
import static shop.platform.http.Route.get;
import static shop.platform.http.Route.post;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import shop.email.domain.Address;
import shop.email.domain.Email;
import shop.email.domain.Emails;
import shop.email.domain.Language;
import shop.email.domain.Queueing;
import shop.email.domain.Recipient;
import shop.email.domain.Sending;
import shop.email.domain.Status;
import shop.email.domain.Template;
import shop.platform.Failure;
import shop.platform.http.ETag;
import shop.platform.http.Http;
import shop.platform.http.Principal;
import shop.platform.http.Route;
import shop.platform.http.Routes;
import shop.platform.json.Json;

/** E-mails: asking for one, and what became of each. */
public final class EmailRoutes implements Routes {

    private static final int EXPORTED = 1_000;

    @Schema(description = "Everything known of a person here")
    record EmailExport(
            @Schema(description = "The newest 1,000 e-mails to them")
            List<EmailView> emails) {}

    private final Emails emails;
    private final Queueing queueing;
    private final Sending sending;

    public EmailRoutes(Emails emails, Queueing queueing, Sending sending) {
        this.emails = emails;
        this.queueing = queueing;
        this.sending = sending;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                post("/emails", this::ask)
                        .by(ADMIN, SERVICE)
                        .says("Send an e-mail")
                        .details("It is queued; its status tells what becomes of it.")
                        .takes(SendEmail.class)
                        .answers(202, EmailView.class)
                        .refuses(422, "required", "invalid_value", "idempotency_key_reused"),
                get("/emails", this::list)
                        .by(SUPPORT, ADMIN)
                        .says("List e-mails, the newest first")
                        .query("status", names(Status.values()), "Only those that stand there")
                        .query("to", "Only those to this address")
                        .query("template", names(Template.values()), "Only those written from this template")
                        .lists(EmailView.class),
                get("/emails/export/{userId}", this::export)
                        .by(SERVICE)
                        .says("Everything known of a person here")
                        .answers(200, EmailExport.class),
                get("/emails/{id}", this::read)
                        .by(SUPPORT, ADMIN, SERVICE)
                        .says("Read what became of an e-mail")
                        .answers(200, EmailView.class)
                        .refuses(404, "email_not_found"),
                post("/emails/{id}/retry", this::retry)
                        .by(SUPPORT, ADMIN)
                        .says("Try a deferred or failed e-mail again, now")
                        .answers(202, EmailView.class)
                        .refuses(404, "email_not_found")
                        .refuses(409, "not_retryable"));
    }

    private void ask(Context ctx) {
        var request = Http.body(ctx, SendEmail.class);
        var to = new Recipient(
                new Address(request.to()),
                Optional.empty(),
                Optional.empty(),
                request.locale().orElse(Language.EN));
        var caller = Principal.of(ctx).userId();
        var key = request.idempotencyKey().map(given -> caller + " " + given);
        accepted(ctx, asked(key, request, to));
    }

    private Email asked(Optional<String> key, SendEmail request, Recipient to) {
        try {
            request.template().fill(request.data());
        } catch (Failure failure) {
            throw failure.within("/data");
        }
        return queueing.ask(key, request.template(), to, request.data());
    }

    private void list(Context ctx) {
        var filter = new Emails.Filter(
                Http.query(ctx, "status", Status.class),
                Http.query(ctx, "to").map(EmailRoutes::address),
                Http.query(ctx, "template", Template.class));
        Http.answer(ctx, emails.page(filter, Http.page(ctx)).map(EmailView::of));
    }

    private static Address address(String text) {
        try {
            return new Address(text);
        } catch (Failure failure) {
            throw Http.parameter("to", failure.getMessage());
        }
    }

    private void read(Context ctx) {
        var id = ctx.pathParam("id");
        var email = emails.find(id).orElseThrow(() -> Failure.notFound("email", id));
        ETag.send(ctx, email.version());
        ctx.json(EmailView.of(email));
    }

    private void retry(Context ctx) {
        accepted(ctx, sending.retry(ctx.pathParam("id")));
    }

    private void export(Context ctx) {
        var found = emails.to(ctx.pathParam("userId"), EXPORTED).stream().map(EmailView::of);
        ctx.json(new EmailExport(found.toList()));
    }

    private static void accepted(Context ctx, Email email) {
        ETag.send(ctx, email.version());
        ctx.status(HttpStatus.ACCEPTED).header("Location", "/emails/" + email.id());
        ctx.json(EmailView.of(email));
    }

    static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Json::name).toList();
    }
}
