package shop.stores;

import java.util.List;
import shop.platform.app.Platform;
import shop.platform.app.Server;
import shop.platform.app.Service;
import shop.platform.mongo.MongoOutbox;
import shop.stores.api.StatusRoutes;
import shop.stores.api.StoreRoutes;
import shop.stores.clients.UsersDirectory;
import shop.stores.domain.Changing;
import shop.stores.domain.Forgetting;
import shop.stores.domain.People;
import shop.stores.domain.Staffing;
import shop.stores.domain.StoreKeeping;
import shop.stores.events.StoreWire;
import shop.stores.events.UserConsumer;
import shop.stores.mongo.MongoErased;
import shop.stores.mongo.MongoStores;

/** Stores: sellers open, publish and close them; admins suspend and reinstate them. */
public final class StoresApp {

    private StoresApp() {}

    static void main() {
        Server.run("stores", List.of(StoresApp::open));
    }

    public static Service open(Platform platform) {
        var people = new UsersDirectory(platform.siblings().at("users"));
        return wire(new Service("stores", "/stores"), people, platform);
    }

    static Service wire(Service service, People people, Platform platform) {
        var database = platform.database("stores");
        var documents = database.getCollection("stores");
        var outbox = service.closing(new MongoOutbox<>(documents, StoreWire::fact, platform.bus(), platform.clock()));
        var stores = new MongoStores(documents, outbox);
        var changing = new Changing(stores);
        var erased = new MongoErased(database.getCollection("erased"));
        var forgetting = new Forgetting(stores, erased, changing, platform.clock());
        var keeping = new StoreKeeping(stores, changing, forgetting, platform.clock());
        var staffing = new Staffing(changing, people, forgetting, platform.clock());
        service.closing(new UserConsumer(forgetting).listenTo(platform.bus()));
        return service.answering(new StoreRoutes(stores, changing, keeping), new StatusRoutes(keeping, staffing));
    }
}
