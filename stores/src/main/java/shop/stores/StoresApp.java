package shop.stores;

import java.util.List;
import shop.platform.app.Platform;
import shop.platform.app.Server;
import shop.platform.app.Service;
import shop.platform.mongo.MongoOutbox;
import shop.stores.api.StatusRoutes;
import shop.stores.api.StoreRoutes;
import shop.stores.domain.StoreKeeping;
import shop.stores.domain.Stores;
import shop.stores.events.StoreWire;
import shop.stores.events.UserConsumer;
import shop.stores.mongo.MongoStores;

/** Stores: sellers open, publish and close them; admins suspend and reinstate them. */
public final class StoresApp {

    private StoresApp() {}

    static void main() {
        Server.run("stores", List.of(StoresApp::open));
    }

    public static Service open(Platform platform) {
        var service = new Service("stores", "/stores");
        var documents = platform.database("stores").getCollection("stores");
        var outbox = service.closing(new MongoOutbox<>(documents, StoreWire::fact, platform.bus(), platform.clock()));
        return wire(service, new MongoStores(documents, outbox), platform);
    }

    static Service wire(Service service, Stores stores, Platform platform) {
        var keeping = new StoreKeeping(stores, platform.clock());
        service.closing(new UserConsumer(keeping).listenTo(platform.bus()));
        return service.answering(new StoreRoutes(stores, keeping), new StatusRoutes(keeping));
    }
}
