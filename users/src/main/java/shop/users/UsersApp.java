package shop.users;

import java.time.Duration;
import java.util.List;
import shop.platform.app.Platform;
import shop.platform.app.Server;
import shop.platform.app.Service;
import shop.platform.mongo.MongoOutbox;
import shop.users.api.AddressRoutes;
import shop.users.api.AdminRoutes;
import shop.users.api.ProfileRoutes;
import shop.users.clients.ActivityHistory;
import shop.users.clients.AllServices;
import shop.users.clients.AuthDirectory;
import shop.users.domain.Administering;
import shop.users.domain.Changing;
import shop.users.domain.Outside;
import shop.users.domain.Profiles;
import shop.users.domain.Seating;
import shop.users.events.AccountConsumer;
import shop.users.events.UserWire;
import shop.users.mongo.MongoAdmins;
import shop.users.mongo.MongoUsers;

/** Users: profiles, addresses and consent of people, their roles, and the end of an account. */
public final class UsersApp {

    private UsersApp() {}

    static void main() {
        Server.run("users", List.of(UsersApp::open));
    }

    public static Service open(Platform platform) {
        var siblings = platform.siblings();
        var outside = new Outside(
                new AuthDirectory(siblings.at("auth")),
                new ActivityHistory(siblings.at("activity")),
                new AllServices(siblings::at));
        return wire(new Service("users", "/users"), outside, platform);
    }

    static Service wire(Service service, Outside outside, Platform platform) {
        var database = platform.database("users");
        var documents = database.getCollection("users");
        var wire = new UserWire(platform.secret());
        var outbox = service.closing(new MongoOutbox<>(documents, wire::fact, platform.bus(), platform.clock()));
        var users = new MongoUsers(documents, outbox);
        var seating = new Seating(users, new MongoAdmins(database.getCollection("rosters")));
        var changing = new Changing(users, outside.accounts(), seating);
        var profiles = new Profiles(changing, platform.clock());
        var administering = new Administering(changing, platform.clock());
        service.closing(new AccountConsumer(changing, profiles).listenTo(platform.bus()));
        service.every(Duration.ofMinutes(1), "recounting admins", seating::recount);
        return service.answering(
                new ProfileRoutes(changing, profiles, outside.history(), outside.personal()),
                new AddressRoutes(profiles),
                new AdminRoutes(users, changing, administering));
    }
}
