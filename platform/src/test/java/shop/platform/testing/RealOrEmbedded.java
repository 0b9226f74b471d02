package shop.platform.testing;

import java.util.function.Supplier;
import org.slf4j.LoggerFactory;
import shop.platform.app.Env;

/** Which server the tests talk to, said aloud once: a green run is worth as much as the servers it ran against. */
final class RealOrEmbedded {

    private RealOrEmbedded() {}

    static String choose(String store, String variable, Supplier<String> embedded) {
        var real = Env.system().or(variable, "");
        var log = LoggerFactory.getLogger(RealOrEmbedded.class);
        if (real.isEmpty()) {
            log.warn("{}: embedded", store);
            return embedded.get();
        }
        log.warn("{}: real, {}", store, withoutCredentials(real));
        return real;
    }

    static String withoutCredentials(String uri) {
        return uri.replaceFirst("//[^/]*@", "//").replaceFirst("\\?.*", "");
    }
}
