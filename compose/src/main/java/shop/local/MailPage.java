package shop.local;

import static shop.platform.http.Role.PUBLIC;
import static shop.platform.http.Route.get;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import shop.platform.app.Service;
import shop.platform.http.Route;
import shop.platform.http.Routes;

/** The mails of a local run, for reading: nothing leaves this machine. */
record MailPage(Mailbox mailbox) implements Routes {

    @Schema(description = "The mails sent so far")
    record SentMails(
            @Schema(description = "The newest first") List<Mailbox.Mail> items) {}

    static Service.Opener opener(Mailbox mailbox) {
        return platform -> new Service("mails", "/mails").answering(new MailPage(mailbox));
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/mails", this::list)
                        .by(PUBLIC)
                        .says("The mails sent so far, as a page")
                        .answers(200, String.class, "text/html"),
                get("/mails.json", this::json)
                        .by(PUBLIC)
                        .says("The mails sent so far")
                        .answers(200, SentMails.class),
                get("/mails/{number}", this::read)
                        .by(PUBLIC)
                        .says("One mail, as its reader sees it")
                        .answers(200, String.class, "text/html"));
    }

    private void list(Context ctx) {
        var rows = mailbox.mails().stream()
                .map(mail -> "<tr><td><a href=\"/mails/%d\">%s</a></td><td>%s</td></tr>"
                        .formatted(mail.number(), escaped(mail.subject()), escaped(mail.to())))
                .collect(Collectors.joining("\n"));
        ctx.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .html("""
                <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Mails</title>
                <style>body{font:16px sans-serif;margin:2em}td{padding:.3em 1em .3em 0}</style></head>
                <body><h1>Mails</h1><table>%s</table></body></html>""".formatted(rows));
    }

    private void json(Context ctx) {
        ctx.json(new SentMails(mailbox.mails()));
    }

    private void read(Context ctx) {
        var number = ctx.pathParam("number");
        var mail = number.matches("\\d{1,9}") ? mailbox.find(Integer.parseInt(number)) : Optional.<Mailbox.Mail>empty();
        var found = mail.orElseThrow(() -> new NotFoundResponse("there is no mail " + number));
        ctx.header("Content-Security-Policy", "script-src 'none'").html(found.html());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
