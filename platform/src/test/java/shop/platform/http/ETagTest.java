package shop.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.testing.Client;

/** Every way to name a version, and what becomes of it. */
class ETagTest {

    private final Javalin server = WebFixture.server(List.of(ETagTest::routes)).start(0);
    private final Client ann = new Client(server.port(), "ann");

    private static List<Route> routes() {
        return List.of(
                Route.get("/box", ctx -> {
                            if (!ETag.known(ctx, "7-a")) ctx.json(7);
                        })
                        .by(Role.PUBLIC)
                        .says("Read")
                        .answers(200, Integer.class)
                        .with(Route.Trait.CACHED),
                Route.get("/cart", ctx -> {
                            ETag.send(ctx, 7);
                            ctx.json(7);
                        })
                        .by(Role.PUBLIC)
                        .says("Read what moves without a version of its own")
                        .answers(200, Integer.class),
                Route.put("/box", ctx -> {
                            ETag.send(ctx, ETag.required(ctx));
                            ctx.json(ETag.required(ctx));
                        })
                        .by(Role.CUSTOMER)
                        .says("Change")
                        .answers(200, Integer.class)
                        .with(Route.Trait.IF_MATCH),
                Route.delete("/box", ctx -> ctx.json(ETag.given(ctx).orElse(-1)))
                        .by(Role.CUSTOMER)
                        .says("Delete")
                        .answers(200, Integer.class));
    }

    @AfterEach
    void stop() {
        Client.hangUp();
        server.stop();
    }

    @Test
    void readersWhoHaveItAreToldSo() {
        assertThat(ann.get("/box").header("ETag")).isEqualTo("\"7-a\"");
        for (var known : List.of("\"7-a\"", "W/\"7-a\"", "*", "\"1\", \"7-a\"", "\"1\",W/\"7-a\"")) {
            var reply = ann.send("GET", "/box", "", "If-None-Match", known);
            assertThat(reply.status()).as(known).isEqualTo(304);
            assertThat(reply.header("ETag")).isEqualTo("\"7-a\"");
            assertThat(reply.body().asString()).isEmpty();
        }
        for (var unknown : List.of("\"7\"", "7-a", "", "\"7-A\"", "\"7-a")) {
            assertThat(ann.send("GET", "/box", "", "If-None-Match", unknown).status())
                    .as(unknown)
                    .isEqualTo(200);
        }
    }

    @Test
    void nothingElseIsAnsweredWithNotModified() {
        assertThat(ann.send("GET", "/cart", "", "If-None-Match", "\"7\"").body().asInt())
                .isEqualTo(7);
        var change = ann.send("PUT", "/box", "", "If-Match", "\"7\"", "If-None-Match", "\"7\"");
        assertThat(change.status()).isEqualTo(200);
        assertThat(change.header("ETag")).isEqualTo("\"7\"");
    }

    @Test
    void aChangeNamesTheVersionItIsMadeTo() {
        var statuses = Map.of(
                "\"7\"",
                200,
                "\"0\"",
                200,
                "7",
                412,
                "W/\"7\"",
                412,
                "\"x\"",
                412,
                "\"-7\"",
                412,
                "\"99999999999\"",
                412,
                "*",
                400);
        statuses.forEach((given, status) -> assertThat(
                        ann.send("PUT", "/box", "", "If-Match", given).status())
                .as(given)
                .isEqualTo(status));
        assertThat(ann.send("PUT", "/box", "").text("code")).isEqualTo("precondition_required");
        assertThat(ann.send("PUT", "/box", "", "If-Match", "\"7\"").body().asInt())
                .isEqualTo(7);
    }

    @Test
    void whereItMayBeLeftOutItIsHonouredWhenSent() {
        assertThat(ann.delete("/box").body().asInt()).isEqualTo(-1);
        assertThat(ann.delete("/box", "If-Match", "*").body().asInt()).isEqualTo(-1);
        assertThat(ann.delete("/box", "If-Match", "\"7\"").body().asInt()).isEqualTo(7);
        assertThat(ann.delete("/box", "If-Match", "W/\"7\"").text("code")).isEqualTo("stale_version");
    }
}
