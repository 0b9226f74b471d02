package shop.notifications.api;

import static shop.platform.http.Role.CUSTOMER;
import static shop.platform.http.Role.PUBLIC;
import static shop.platform.http.Route.Trait.STREAM;
import static shop.platform.http.Route.get;
import static shop.platform.http.Route.post;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import io.javalin.websocket.WsConfig;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import shop.notifications.api.Follower.Person;
import shop.notifications.api.Views.NotificationView;
import shop.notifications.api.Views.TicketView;
import shop.notifications.domain.Tickets;
import shop.platform.Failure;
import shop.platform.http.Http;
import shop.platform.http.Principal;
import shop.platform.http.Route;
import shop.platform.http.Routes;
import shop.platform.json.Json;

/** The routes that tell live: server-sent events and WebSocket, and the tickets for browsers. */
public final class StreamRoutes implements Routes {

    private static final String EVENTS = "text/event-stream";
    private static final String SEEN = "Last-Event-ID";

    private final Follower follower;
    private final Tickets tickets;
    private final Principal.Verifier tokens;
    private final Clock clock;

    public StreamRoutes(Follower follower, Tickets tickets, Principal.Verifier tokens, Clock clock) {
        this.follower = follower;
        this.tickets = tickets;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/notifications/stream", this::stream)
                        .by(PUBLIC, CUSTOMER)
                        .says("Hear my notifications live")
                        .details("Server-sent events: `event: notification`, `id` is the seq, `data` the notification."
                                + " `Last-Event-ID` resumes with nothing lost and nothing twice. A comment every 15 s shows"
                                + " that the line is there; it closes when the access token ends."
                                + " The same over WebSocket at `/notifications/ws`.")
                        .query("ticket", "Instead of an Authorization header")
                        .answers(200, NotificationView.class, EVENTS)
                        .refuses(401, "unauthenticated")
                        .refuses(429, "too_many_streams")
                        .with(STREAM),
                post("/notifications/tickets", this::ticket)
                        .by(CUSTOMER)
                        .says("Get a ticket for a stream")
                        .details("For browsers, which can't set a header there: good once, for 30 seconds.")
                        .answers(201, TicketView.class));
    }

    @Override
    public Map<String, Consumer<WsConfig>> sockets() {
        return Map.of("/notifications/ws", new Sockets(follower, this::person));
    }

    private Optional<Person> person(Credentials shown) {
        return shown.bearer()
                .or(() -> shown.ticket().flatMap(tickets::redeem))
                .flatMap(token -> tokens.verify(token).map(who -> new Person(who.userId(), token)));
    }

    private void stream(Context ctx) throws Exception {
        var shown = new Credentials(Optional.ofNullable(ctx.header("Authorization")), Http.query(ctx, "ticket"));
        var person = person(shown).orElseThrow(Failure::unauthenticated);
        var seen = Optional.ofNullable(ctx.header(SEEN));
        if (seen.isPresent() && !seen.get().matches("\\d{1,18}")) {
            throw Failure.malformed("invalid_header", SEEN + " must be the id of an event");
        }
        if (!Optional.ofNullable(ctx.header("Accept")).orElse("").contains(EVENTS)) {
            throw new HttpResponseException(406, "send Accept: " + EVENTS); // else the stream would end at once
        }
        var after = seen.map(Long::valueOf).orElseGet(() -> follower.latest(person.userId()));
        new SseHandler(client -> follower.follow(person, after, new EventLine(client))).handle(ctx);
    }

    private void ticket(Context ctx) {
        var shown = new Credentials(Optional.ofNullable(ctx.header("Authorization")), Optional.empty());
        var ticket = tickets.issue(shown.bearer().orElseThrow(Failure::unauthenticated));
        ctx.status(HttpStatus.CREATED)
                .json(new TicketView(ticket, clock.instant().plus(Tickets.LIFE)));
    }

    private record EventLine(SseClient client) implements Follower.Line {

        @Override
        public void tell(NotificationView notification) {
            var data = Json.TOLERANT.writeValueAsString(notification);
            client.sendEvent("notification", data, Long.toString(notification.seq()));
        }

        @Override
        public void beat() {
            client.sendComment("here");
        }

        @Override
        public boolean open() {
            return !client.terminated();
        }
    }
}
