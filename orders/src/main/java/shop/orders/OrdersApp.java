package shop.orders;

import java.time.Duration;
import java.util.List;
import shop.orders.api.CartRoutes;
import shop.orders.api.ExportRoutes;
import shop.orders.api.OrderRoutes;
import shop.orders.api.PaymentRoutes;
import shop.orders.api.ShippingRoutes;
import shop.orders.api.WebhookRoutes;
import shop.orders.clients.ProductsCatalogue;
import shop.orders.clients.SandboxCalls;
import shop.orders.clients.StoresRegister;
import shop.orders.clients.UsersAddressBook;
import shop.orders.domain.Books;
import shop.orders.domain.Cards;
import shop.orders.domain.Neighbours;
import shop.orders.domain.NoCards;
import shop.orders.domain.Office;
import shop.orders.domain.sandbox.Sandbox;
import shop.orders.events.OrderWire;
import shop.orders.events.ReservationConsumer;
import shop.orders.events.StoreConsumer;
import shop.orders.events.UserConsumer;
import shop.orders.mongo.MongoCarts;
import shop.orders.mongo.MongoCharges;
import shop.orders.mongo.MongoOrders;
import shop.orders.mongo.MongoPlacements;
import shop.orders.mongo.MongoStores;
import shop.platform.app.Platform;
import shop.platform.app.Server;
import shop.platform.app.Service;
import shop.platform.crypto.Secret;
import shop.platform.mongo.MongoOutbox;

/** Orders: carts, orders, their payments and shipments, until everything has arrived and the money is settled. */
public final class OrdersApp {

    private OrdersApp() {}

    static void main() {
        Server.run("orders", List.of(OrdersApp::open));
    }

    public static Service open(Platform platform) {
        var service = new Service("orders", "/orders");
        var siblings = platform.siblings();
        var neighbours = new Neighbours(
                new ProductsCatalogue(siblings.at("products")),
                new UsersAddressBook(siblings.at("users")),
                new StoresRegister(siblings.at("stores")),
                cards(service, platform));
        return wire(service, books(service, platform), neighbours, platform);
    }

    static Books books(Service service, Platform platform) {
        var database = platform.database("orders");
        var documents = database.getCollection("orders");
        var outbox = service.closing(new MongoOutbox<>(documents, OrderWire::fact, platform.bus(), platform.clock()));
        return new Books(
                new MongoOrders(documents, outbox),
                new MongoCarts(database),
                new MongoPlacements(database),
                new MongoStores(database));
    }

    private static Cards cards(Service service, Platform platform) {
        return OrdersConfig.from(platform.env()).sandbox() ? sandbox(service, platform) : new NoCards();
    }

    static Cards sandbox(Service service, Platform platform) {
        var self = OrdersConfig.from(platform.env()).self();
        var calls = service.closing(new SandboxCalls(self, webhooks(platform)));
        var sandbox = new Sandbox(new MongoCharges(platform.database("orders")), calls, platform.clock());
        service.every(Duration.ofMillis(250), "calling back from the sandbox", sandbox::callBack);
        return sandbox;
    }

    static Service wire(Service service, Books books, Neighbours neighbours, Platform platform) {
        var window = OrdersConfig.from(platform.env()).paymentWindow();
        var office = Office.of(books, neighbours, window, platform.clock());
        service.closing(new StoreConsumer(office.stores(), office.cancelling()).listenTo(platform.bus()));
        service.closing(new ReservationConsumer(office.cancelling()).listenTo(platform.bus()));
        service.closing(new UserConsumer(office.forgetting()).listenTo(platform.bus()));
        service.every(Duration.ofSeconds(1), "looking after orders", office.tending()::tend);
        service.every(Duration.ofHours(1), "forgetting old requests", office.placing()::sweep);
        return service.answering(
                new CartRoutes(office.carting(), office.checkingOut(), office.changing()),
                new ExportRoutes(office.reading(), office.carting()),
                new WebhookRoutes(office.settling(), webhooks(platform)),
                new OrderRoutes(office.placing(), office.changing(), office.reading(), office.cancelling()),
                new PaymentRoutes(office.paying(), office.refunding()),
                new ShippingRoutes(office.shipping()));
    }

    private static Secret webhooks(Platform platform) {
        return platform.secret().derive("payment webhooks of the sandbox");
    }
}
