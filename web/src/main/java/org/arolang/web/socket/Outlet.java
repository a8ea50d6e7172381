package org.arolang.web.socket;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundBuffer;

/**
 * A connection that the server pushes messages to: a WebSocket or an event stream. What its client has not taken yet waits in the
 * channel's own buffer, which this class keeps within [WEB-213]'s bounds. Used on its event loop only, but for what says otherwise.
 */
abstract class Outlet extends ChannelInboundHandlerAdapter {

    static final int MOST_BYTES = 1024 * 1024;
    static final int MOST_MESSAGES = 1024;

    /** What the operating system may hold of it besides; fixed, so that a client that does not read is noticed. */
    private static final int SOCKET_BUFFER = 256 * 1024;

    /** What Netty adds to the size of each message that waits. */
    private static final int ENTRY_OVERHEAD = Integer.getInteger("io.netty.transport.outboundBufferEntrySizeOverhead", 96);

    private static final int FLUSH_MESSAGES = 32;
    private static final int FLUSH_BYTES = 64 * 1024;

    private final Channel channel;
    private final long since;
    private int unflushed;
    private int unflushedBytes;

    /** @param since the number of the last broadcast before this connection was opened */
    Outlet(Channel channel, long since) {
        this.channel = channel;
        this.since = since;
        channel.config().setOption(ChannelOption.SO_SNDBUF, SOCKET_BUFFER);
    }

    final Channel channel() {
        return channel;
    }

    final long since() {
        return since;
    }

    /** Whether messages still go out. */
    abstract boolean isOpen();

    /** The client takes too little: no more messages go out, and it is to be closed. */
    abstract void overflow();

    /** Looks at time-outs. */
    abstract void sweep(long now);

    /** A message is about to go out. */
    void pushing() {}

    /** Closes the channel at once; what waits is lost. (Vert.x would write it first, however long that takes.) */
    final void abort() {
        if (channel.isActive()) channel.pipeline().firstContext().close();
    }

    /** Queues a message without flushing; the buffer's reference is not taken over. */
    final void push(ByteBuf message) {
        if (!isOpen()) return;
        if (!fits(message.readableBytes())) {
            overflow();
            return;
        }
        pushing();
        write(message.retainedDuplicate());
        if (unflushed >= FLUSH_MESSAGES || unflushedBytes >= FLUSH_BYTES) flush();
    }

    /** Queues bytes whatever the bounds; takes the buffer over. */
    final void write(ByteBuf bytes) {
        unflushed++;
        unflushedBytes += bytes.readableBytes();
        channel.write(bytes, channel.voidPromise());
    }

    final void flush() {
        if (unflushed == 0) return;
        unflushed = 0;
        unflushedBytes = 0;
        channel.flush();
    }

    private boolean fits(int length) {
        ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
        if (waiting == null) return true;
        int messages = waiting.size() + unflushed;
        if (messages == 0) return true;
        long bytes = waiting.totalPendingWriteBytes() - (long) messages * ENTRY_OVERHEAD;
        return messages < MOST_MESSAGES && bytes + length <= MOST_BYTES;
    }
}
