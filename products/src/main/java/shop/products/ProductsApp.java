package shop.products;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import shop.platform.app.Platform;
import shop.platform.app.Server;
import shop.platform.app.Service;
import shop.platform.mongo.MongoOutbox;
import shop.products.api.CategoryRoutes;
import shop.products.api.ExportRoutes;
import shop.products.api.ImportDesk;
import shop.products.api.ImportRoutes;
import shop.products.api.ProductCache;
import shop.products.api.ProductRoutes;
import shop.products.api.ReservationRoutes;
import shop.products.api.SearchRoutes;
import shop.products.api.StockRoutes;
import shop.products.clients.StoresDirectory;
import shop.products.domain.Cataloguing;
import shop.products.domain.Categorising;
import shop.products.domain.Changes;
import shop.products.domain.Finishing;
import shop.products.domain.Importing;
import shop.products.domain.Indexing;
import shop.products.domain.Privacy;
import shop.products.domain.Reserving;
import shop.products.domain.Restocking;
import shop.products.domain.Searching;
import shop.products.domain.Settling;
import shop.products.domain.Stocking;
import shop.products.domain.Storage;
import shop.products.domain.StoreDirectory;
import shop.products.domain.Storekeeping;
import shop.products.domain.Viewing;
import shop.products.elastic.Elastic;
import shop.products.elastic.ElasticIndex;
import shop.products.events.OrderConsumer;
import shop.products.events.ProductWire;
import shop.products.events.RatingConsumer;
import shop.products.events.ReservationWire;
import shop.products.events.StockWire;
import shop.products.events.StoreConsumer;
import shop.products.events.UserConsumer;
import shop.products.events.ViewWire;
import shop.products.mongo.MongoCategories;
import shop.products.mongo.MongoImports;
import shop.products.mongo.MongoLedger;
import shop.products.mongo.MongoProducts;
import shop.products.mongo.MongoReservations;
import shop.products.mongo.MongoStocks;
import shop.products.mongo.MongoStores;
import shop.products.mongo.MongoViews;
import shop.products.redis.RedisCopies;

/** Products: the catalogue, its stock and its search. */
public final class ProductsApp {

    private final Platform platform;
    private final Service service = new Service("products", "/products");
    private final ProductsConfig config;

    private ProductsApp(Platform platform) {
        this.platform = platform;
        this.config = ProductsConfig.from(platform.env());
    }

    static void main() {
        Server.run("products", List.of(ProductsApp::open));
    }

    public static Service open(Platform platform) {
        var app = new ProductsApp(platform);
        return app.wire(app.storage(), new StoresDirectory(platform.siblings().at("stores")));
    }

    static Service wire(Platform platform, Storage storage, StoreDirectory directory) {
        return new ProductsApp(platform).wire(storage, directory);
    }

    private Storage storage() {
        var products = collection("products");
        var reservations = collection("reservations");
        var stocks = collection("stocks");
        var views = collection("views");
        var bus = platform.bus();
        var clock = platform.clock();
        return new Storage(
                new MongoProducts(
                        products, service.closing(new MongoOutbox<>(products, ProductWire::fact, bus, clock)), clock),
                new MongoStocks(
                        stocks,
                        service.closing(new MongoOutbox<>(stocks, StockWire::fact, bus, clock, StockWire::home)),
                        new MongoLedger(collection("movements"))),
                new MongoReservations(
                        reservations,
                        service.closing(new MongoOutbox<>(reservations, ReservationWire::fact, bus, clock))),
                new MongoCategories(collection("categories")),
                new MongoStores(collection("stores"), clock),
                new MongoViews(
                        views, service.closing(new MongoOutbox<>(views, ViewWire::fact, bus, clock, ViewWire::home))),
                new MongoImports(collection("imports")));
    }

    private MongoCollection<Document> collection(String name) {
        return platform.database("products").getCollection(name);
    }

    private ElasticIndex index() {
        var elastic = Elastic.at(config.elasticsearch(), config.searching());
        service.degradesWithout("elasticsearch", elastic::answers);
        return service.closing(new ElasticIndex(elastic, config.index(), platform.clock()));
    }

    private Service wire(Storage storage, StoreDirectory directory) {
        var clock = platform.clock();
        var changes = new Changes();
        var products = storage.products();
        var storekeeping = new Storekeeping(storage.stores(), directory, products, changes);
        var categorising = new Categorising(storage.categories(), products);
        var cataloguing = new Cataloguing(products, categorising, storekeeping, changes, clock);
        var settling = new Settling(storage.stocks(), products, changes);
        var stocking = new Stocking(storage.stocks(), cataloguing, settling, clock, config.lowStock());
        var finishing = new Finishing(storage.reservations(), storage.stocks(), settling, clock);
        var reserving = new Reserving(storage, storekeeping, finishing, settling, clock);
        var importing = new Importing(storage, storekeeping, cataloguing, stocking, clock);
        var cache = new ProductCache(products, service.closing(new RedisCopies(platform.redis(), config.cached())));
        changes.watch(cache);
        service.every(Duration.ofMillis(1), "settling stock", settling::work);
        service.closing(settling);
        service.every(Duration.ofSeconds(5), "sweeping stock", settling::sweep);
        service.every(Duration.ofSeconds(2), "sweeping reservations", finishing::sweep);
        service.every(Duration.ofSeconds(2), "sweeping stores", storekeeping::sweep);
        var desk = service.closing(new ImportDesk(importing, config.largestImport()));
        service.every(Duration.ofSeconds(30), "reminding of imports", desk::remind);
        service.every(Duration.ofSeconds(5), "sweeping imports", importing::sweep);
        service.closing(new StoreConsumer(storekeeping).listenTo(platform.bus()));
        service.closing(new RatingConsumer(cataloguing).listenTo(platform.bus()));
        service.closing(new OrderConsumer(reserving, new Restocking(finishing)).listenTo(platform.bus()));
        var privacy = new Privacy(storage);
        service.closing(new UserConsumer(privacy).listenTo(platform.bus()));
        var index = index();
        var indexing = new Indexing(products, index, changes, clock);
        service.every(Duration.ofMillis(200), "indexing products", indexing::catchUp);
        var searching = new Searching(index, products, storekeeping, categorising);
        var viewing = new Viewing(storage.views(), products, cataloguing, clock);
        return service.answering(
                new CategoryRoutes(categorising),
                new ReservationRoutes(reserving),
                new StockRoutes(stocking),
                new ImportRoutes(importing, desk),
                new ExportRoutes(privacy),
                new SearchRoutes(searching, indexing),
                new ProductRoutes(cataloguing, viewing, cache));
    }
}
