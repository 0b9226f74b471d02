package shop.auth;

import java.security.KeyPair;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import shop.auth.domain.KeyKeeping;
import shop.platform.app.Platform;
import shop.platform.app.Service;

/** Auth as it is, but for keys that are there already: to make a pair takes longer than most tests. */
public final class KnownKeys {

    /** As many as two instances make that start at once. */
    private static final List<KeyPair> PAIRS =
            Stream.generate(KeyKeeping::pair).limit(4).toList();

    private static final AtomicInteger NEXT = new AtomicInteger();

    private KnownKeys() {}

    public static Service open(Platform platform) {
        return AuthApp.open(platform, () -> PAIRS.get(NEXT.getAndIncrement() % PAIRS.size()));
    }
}
