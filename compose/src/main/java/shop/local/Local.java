package shop.local;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import shop.activity.ActivityApp;
import shop.auth.AuthApp;
import shop.email.EmailApp;
import shop.notifications.NotificationsApp;
import shop.orders.OrdersApp;
import shop.platform.app.Env;
import shop.platform.app.Server;
import shop.platform.app.Service;
import shop.products.ProductsApp;
import shop.reviews.ReviewsApp;
import shop.stores.StoresApp;
import shop.users.UsersApp;

/** Every service in one JVM on one port: the same objects as in production, one process instead of nine. */
public final class Local {

    static final List<Service.Opener> SERVICES = List.of(
            AuthApp::open,
            UsersApp::open,
            StoresApp::open,
            ProductsApp::open,
            OrdersApp::open,
            ReviewsApp::open,
            EmailApp::open,
            NotificationsApp::open,
            ActivityApp::open);

    static final List<String> NAMES =
            List.of("auth", "users", "stores", "products", "orders", "reviews", "email", "notifications", "activity");

    private Local() {}

    static void main() {
        var begin = System.nanoTime();
        Server.orEnd("local", () -> run(Env.system(), begin));
    }

    /** What can be wrong is looked at before anything is started. */
    private static void run(Env env, long begin) {
        var here = "http://localhost:" + free(env.port());
        var wanted = env.flag("LOCAL_DEMO", true);
        var keepsakes = Keepsakes.in(Path.of(env.or("LOCAL_DATA", ".data")));
        var stores = Stores.start(env, keepsakes.folder());
        var settings = settings(env, here, keepsakes, stores);
        Server.run("local", env.with(settings), openers(stores), stores::close);
        var demo = wanted ? new Demo(here).fill() : new Demo.Result("none, as LOCAL_DEMO says");
        Welcome.say(here, keepsakes, demo, Duration.ofNanos(System.nanoTime() - begin));
    }

    private static int free(int port) {
        try (var _ = new ServerSocket(port)) {
            return port;
        } catch (IOException e) {
            throw new IllegalStateException("port " + port + " is taken; end what uses it or set PORT", e);
        }
    }

    private static List<Service.Opener> openers(Stores stores) {
        return Stream.concat(SERVICES.stream(), stores.mailbox().map(MailPage::opener).stream())
                .toList();
    }

    /** What the services need; whatever the environment says wins. */
    static Map<String, String> settings(Env env, String here, Keepsakes keepsakes, Stores stores) {
        var settings = new HashMap<String, String>();
        settings.put("PUBLIC_URL", here);
        settings.put("AUTH_ISSUER", here + "/auth");
        settings.put("ADMIN_EMAIL", keepsakes.adminEmail());
        settings.put("ADMIN_PASSWORD", keepsakes.adminPassword());
        settings.put("SHOP_SECRET", keepsakes.secret());
        settings.put("AUTH_KEY_SECRET", keepsakes.secret());
        for (var name : NAMES) settings.put(name.toUpperCase(Locale.ROOT) + "_URL", here);
        settings.putAll(stores.addresses());
        settings.keySet().removeIf(name -> env.optional(name).isPresent());
        return settings;
    }
}
