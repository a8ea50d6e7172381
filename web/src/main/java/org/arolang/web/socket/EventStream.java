package org.arolang.web.socket;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;

/** One open event stream ([WEB-229]). Used on its event loop only. */
final class EventStream extends Outlet {

    private static final long END_TIME = TimeUnit.SECONDS.toNanos(5);

    private final EventStreams streams;
    private final OutletGroup group;
    private final String operation;
    private long lastSent = System.nanoTime();
    private boolean finished;

    EventStream(EventStreams streams, OutletGroup group, Channel channel, String operation, long since) {
        super(channel, since);
        this.streams = streams;
        this.group = group;
        this.operation = operation;
    }

    String operation() {
        return operation;
    }

    OutletGroup group() {
        return group;
    }

    @Override
    boolean isOpen() {
        return !finished && channel().isActive();
    }

    @Override
    void pushing() {
        lastSent = System.nanoTime();
    }

    @Override
    void overflow() {
        finished = true;
        abort();
    }

    @Override
    void sweep(long now) {
        if (finished) {
            if (now - lastSent > END_TIME) abort();
        } else if (now - lastSent > streams.times().streamPing().toNanos()) {
            lastSent = now;
            write(StreamEvent.ping());
        }
    }

    /** Ends the stream after what waits has been written. */
    void end() {
        if (finished) return;
        finished = true;
        lastSent = System.nanoTime();
        channel().writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ReferenceCountUtil.release(message); // A client of a stream has nothing to say.
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable thrown) {
        abort();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        finished = true;
        streams.gone(this);
        context.fireChannelInactive();
    }
}
