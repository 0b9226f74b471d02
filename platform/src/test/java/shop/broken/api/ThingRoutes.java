package shop.broken.api;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.google.firebase.FirebaseApp;
import com.mongodb.client.MongoCollection;
import com.password4j.HashBuilder;
import gg.jte.TemplateEngine;
import io.jsonwebtoken.JwtParser;
import io.lettuce.core.RedisClient;
import jakarta.mail.Transport;
import shop.broken.events.ThingConsumer;

public class ThingRoutes {
    void shortcut(MongoCollection<?> collection, ThingConsumer sideways) {}

    void more(RedisClient redis, ElasticsearchClient elastic, Transport mail, FirebaseApp firebase) {}

    void page(TemplateEngine templates) {}

    void secrets(HashBuilder hashes, JwtParser tokens) {}
}
