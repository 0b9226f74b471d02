package shop.local;

import shop.platform.testing.Client;
import tools.jackson.databind.JsonNode;

/** Somebody with an account, and what signing in answered. */
public record Person(String id, Client client, JsonNode signIn) {

    static final String PASSWORD = "correct horse battery";

    /** Somebody new at the shop behind this port. */
    static Person registered(int port, String name) {
        return registered(port, name + "@shop.test", name);
    }

    static Person registered(int port, String email, String name) {
        return of(port, new Client(port, "").post("/auth/register", """
                {"email": "%s", "password": "%s", "displayName": "%s"}""".formatted(email, PASSWORD, name)));
    }

    static Person signedIn(int port, String email) {
        return of(port, new Client(port, "").post("/auth/login", """
                {"email": "%s", "password": "%s"}""".formatted(email, PASSWORD)));
    }

    private static Person of(int port, Client.Reply reply) {
        if (reply.status() >= 300) throw new IllegalStateException(reply.body().toString());
        var user = reply.body().path("user");
        return new Person(user.path("id").asString(), new Client(port, reply.text("accessToken")), reply.body());
    }
}
