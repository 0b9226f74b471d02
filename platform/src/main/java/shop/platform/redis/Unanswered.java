package shop.platform.redis;

import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends a connection on which nothing is answered. The system takes a quarter of an hour to notice that the other end hangs
 * or that the way there is broken, and until then every command would wait in vain.
 */
final class Unanswered extends ChannelDuplexHandler {

    static final Duration PATIENCE = Duration.ofSeconds(3);

    private @Nullable Future<?> end;

    /** Watches all connections of a client. */
    static NettyCustomizer everywhere() {
        return new NettyCustomizer() {

            @Override
            public void afterChannelInitialized(Channel channel) {
                channel.pipeline().addFirst(new Unanswered());
            }
        };
    }

    @Override
    @SuppressWarnings(
            "FutureReturnValueIgnored") // nobody waits for either: the promise tells of the one, the end of the other
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (end == null) {
            end = context.executor().schedule((Runnable) context::close, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        }
        context.write(message, promise);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        hear();
        context.fireChannelRead(message);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        hear();
        context.fireChannelInactive();
    }

    private void hear() {
        if (end == null) return;
        end.cancel(false);
        end = null;
    }
}
