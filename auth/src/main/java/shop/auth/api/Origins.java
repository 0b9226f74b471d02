package shop.auth.api;

import io.javalin.http.Context;
import java.util.Optional;
import shop.auth.domain.Origin;
import shop.platform.http.Addresses;

/** Where a request came from, as far as HTTP tells. */
final class Origins {

    private Origins() {}

    static Origin of(Context ctx) {
        return new Origin(
                Addresses.client(ctx), Optional.ofNullable(ctx.userAgent()).orElse(""));
    }
}
