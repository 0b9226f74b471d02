package shop.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shop.platform.Failure;
import shop.platform.http.Idempotency.Claim;
import shop.platform.http.Idempotency.Saved;
import shop.platform.http.Route.Trait;

/** Makes a route answer a repeated request as it did the first time, without doing it again. */
final class Replay {

    private static final Set<Integer> LASTING_REFUSALS = Set.of(402, 404, 409);
    private static final List<String> KEPT_HEADERS = List.of("Content-Type", "Location", "ETag");

    private static final String KEY = "Idempotency-Key";

    private final Route route;
    private final Idempotency answers;

    Replay(Route route, Idempotency answers) {
        this.route = route;
        this.answers = answers;
    }

    Handler around(Handler handler) {
        return takesKeys() ? ctx -> handle(ctx, handler) : handler;
    }

    private boolean takesKeys() {
        return route.method().equals(HandlerType.POST) && !route.has(Trait.NO_KEY);
    }

    /** Whether this request has a key that counts, and so a body that does. */
    boolean hasKey(Context ctx) {
        return takesKeys() && ctx.header(KEY) != null;
    }

    private void handle(Context ctx, Handler handler) throws Exception {
        var key = ctx.header(KEY);
        if (key == null && route.has(Trait.KEY_REQUIRED)) {
            throw Failure.malformed("idempotency_key_required", "the header Idempotency-Key is required here");
        }
        if (key == null) {
            handler.handle(ctx);
            return;
        }
        if (!key.matches("[\\x20-\\x7e]{1,255}")) {
            throw Failure.malformed("invalid_header", "Idempotency-Key must be 1 to 255 printable ASCII characters");
        }
        var scope = hash(caller(ctx), route.name(), ctx.path(), key);
        switch (answers.claim(scope, hash(String.valueOf(ctx.queryString()), new String(Http.bytes(ctx), UTF_8)))) {
            case Claim.Fresh _ -> answer(ctx, handler, scope);
            case Claim.Answered(var saved) -> repeat(ctx, saved);
            case Claim.Running _ ->
                throw Failure.conflict("idempotency_in_progress", "the first request with this key is still running");
            case Claim.Reused _ ->
                throw Failure.invalid("", "idempotency_key_reused", "this key was used for another request");
        }
    }

    private void answer(Context ctx, Handler handler, String scope) throws Exception {
        var lasting = false;
        try {
            try {
                handler.handle(ctx);
            } catch (Failure failure) {
                Problems.failed(failure, ctx);
            }
            lasting = ctx.statusCode() < 300 || LASTING_REFUSALS.contains(ctx.statusCode());
            if (lasting) answers.keep(scope, saved(ctx));
        } finally {
            if (!lasting) answers.release(scope);
        }
    }

    private static void repeat(Context ctx, Saved saved) {
        ctx.status(saved.status()).header("Idempotent-Replayed", "true");
        saved.headers().forEach(ctx::header);
        ctx.result(saved.body());
    }

    private static Saved saved(Context ctx) {
        Map<String, String> headers = new HashMap<>();
        for (var name : KEPT_HEADERS) {
            var value = ctx.res().getHeader(name);
            if (value != null) headers.put(name, value);
        }
        return new Saved(ctx.statusCode(), headers, body(ctx));
    }

    private static byte[] body(Context ctx) {
        var stream = ctx.resultInputStream();
        if (stream == null) return new byte[0];
        try {
            var body = stream.readAllBytes();
            ctx.result(body);
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String caller(Context ctx) {
        return Principal.find(ctx).map(Principal::userId).orElse("anyone");
    }

    private static String hash(String... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part.getBytes(UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
