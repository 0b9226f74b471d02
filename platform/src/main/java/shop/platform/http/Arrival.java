package shop.platform.http;

import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.io.FilterInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import shop.platform.Failure;

/** A body on its way. One that breaks off or comes too slowly is its sender's failure; nobody waits for it for ever. */
final class Arrival extends FilterInputStream {

    /** How long a body may take, and one second more for every so many bytes of it. */
    static final int BYTES_A_SECOND = 16 << 10;

    private static final int HEARD_OUT = 16 << 20;
    private static final String BEGUN = "body begun";

    private final Context ctx;
    private final long begin = System.nanoTime();
    private final long patience;
    private long received;

    Arrival(Context ctx) {
        super(ctx.bodyInputStream());
        this.ctx = ctx;
        this.patience = ctx.appData(Web.PATIENCE).toNanos();
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        var allowed = patience + Duration.ofSeconds(1).toNanos() * received / BYTES_A_SECOND;
        if (System.nanoTime() - begin > allowed) throw tooSlow();
        ctx.attribute(BEGUN, true); // before a byte is there: who has stalled once is not waited for again
        try {
            var read = in.read(buffer, offset, length);
            received += Math.max(read, 0);
            return read;
        } catch (IOException e) {
            if (e.getCause() instanceof TimeoutException) throw tooSlow();
            throw Failure.malformed("incomplete_body", "the body ended before it was complete");
        }
    }

    /** Who is refused before anything of a long body was read is heard out too. */
    static void hearingOut(Context ctx, Handler handler) throws Exception {
        try {
            handler.handle(ctx);
        } catch (Failure | HttpResponseException refusal) {
            if (ctx.attribute(BEGUN) == null) new Arrival(ctx).rest();
            throw refusal;
        }
    }

    /** All of it, if it is not longer than this. */
    byte[] bytes(int most) {
        try {
            if (ctx.req().getContentLengthLong() > most) throw tooLarge();
            var body = readNBytes(most + 1);
            if (body.length > most) throw tooLarge();
            return body;
        } catch (IOException e) {
            throw new IllegalStateException("read() tells of what breaks off in its own words", e);
        }
    }

    /** Hears the caller out, within reason: who is hung up on while still talking never gets to read the answer. */
    private ContentTooLargeResponse tooLarge() {
        return rest()
                ? new ContentTooLargeResponse()
                : new ContentTooLargeResponse("the body is over the limit, and broke off");
    }

    /** Whether it came in without breaking off, as far as anybody listened. */
    private boolean rest() {
        var waits = ctx.header("Expect") != null;
        var buffer = new byte[8_192];
        try {
            for (int heard = 0, more = waits ? -1 : 0; heard < HEARD_OUT && more >= 0; heard += more) {
                more = read(buffer, 0, buffer.length);
            }
            return true;
        } catch (Failure e) {
            return false;
        }
    }

    private HttpResponseException tooSlow() {
        ctx.header("Connection", "close"); // what is still to come is nobody's next request
        return new HttpResponseException(HttpStatus.REQUEST_TIMEOUT.getCode(), "the body came too slowly");
    }
}
