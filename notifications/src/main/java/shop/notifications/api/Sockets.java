package shop.notifications.api;

import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import io.javalin.websocket.WsMessageContext;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.notifications.api.Follower.Person;
import shop.notifications.api.Views.NotificationView;
import shop.platform.Failure;
import shop.platform.json.Json;
import tools.jackson.core.JacksonException;

/** The same as the event stream, over WebSocket: the client says first what it has seen. */
final class Sockets implements Consumer<WsConfig> {

    /** {@code {"type": "resume", "after": 7}}; without {@code after}: from now on. */
    record Resume(String type, Optional<Long> after) {}

    record Told(String type, NotificationView notification) {}

    private static final Logger LOG = LoggerFactory.getLogger(Sockets.class);
    private static final int POLICY_VIOLATION = 1008; // RFC 6455 §7.4.1
    private static final String PERSON = "person";
    private static final String STARTED = "started";

    private final Follower follower;
    private final Function<Credentials, Optional<Person>> persons;

    Sockets(Follower follower, Function<Credentials, Optional<Person>> persons) {
        this.follower = follower;
        this.persons = persons;
    }

    @Override
    public void accept(WsConfig socket) {
        socket.onConnect(ctx -> {
            var ticket = Optional.ofNullable(ctx.queryParam("ticket"));
            var person = persons.apply(new Credentials(Optional.ofNullable(ctx.header("Authorization")), ticket));
            person.ifPresentOrElse(
                    who -> ctx.attribute(PERSON, who), () -> ctx.closeSession(POLICY_VIOLATION, "unauthenticated"));
        });
        socket.onMessage(this::resume);
    }

    private void resume(WsMessageContext ctx) {
        Person person = ctx.attribute(PERSON);
        if (person == null || ctx.attribute(STARTED) != null) return;
        try {
            var resume = Json.STRICT.readValue(ctx.message(), Resume.class);
            if (!resume.type().equals("resume")) throw Failure.malformed("invalid_message", "expected a resume");
            ctx.attribute(STARTED, true);
            var after = resume.after().orElseGet(() -> follower.latest(person.userId()));
            Thread.startVirtualThread(() -> follow(ctx, person, after));
        } catch (JacksonException | Failure e) {
            ctx.closeSession(POLICY_VIOLATION, "expected {\"type\": \"resume\", \"after\": <seq>}");
        }
    }

    private void follow(WsContext ctx, Person person, long after) {
        try {
            follower.follow(person, after, new SocketLine(ctx));
            if (ctx.session.isOpen()) ctx.closeSession(POLICY_VIOLATION, "the access token has ended");
        } catch (Failure e) {
            ctx.closeSession(POLICY_VIOLATION, e.code());
        } catch (RuntimeException e) {
            LOG.debug("a socket broke", e);
            ctx.closeSession();
        }
    }

    private record SocketLine(WsContext ctx) implements Follower.Line {

        @Override
        public void tell(NotificationView notification) {
            ctx.send(Json.TOLERANT.writeValueAsString(new Told("notification", notification)));
        }

        @Override
        public void beat() {
            ctx.send(Json.TOLERANT.writeValueAsString(Map.of("type", "ping")));
        }

        @Override
        public boolean open() {
            return ctx.session.isOpen();
        }
    }
}
