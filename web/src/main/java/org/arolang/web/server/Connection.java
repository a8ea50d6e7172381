package org.arolang.web.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.arolang.web.response.Answer;
import org.jspecify.annotations.Nullable;

/**
 * One TCP connection: what its limits and time-outs are measured by ([WEB-60]). Used on its event loop only. Two handlers in the channel's
 * pipeline feed it: one sees bytes before the HTTP decoder, the other the decoder's objects.
 */
final class Connection {

    private static final AttributeKey<Connection> KEY = AttributeKey.valueOf("aro-connection");
    private static final int MOST_HEADERS = 200;
    private static final int SHORTEST_HEADER = 4;
    private static final long LINGER_MILLIS = 1000;

    private final ServerLoop loop;
    private final Channel channel;
    private final boolean refused;

    private long headSince;
    private long lastProgress;
    private long unwritten;
    private int headBytes;
    private long bodyBytes;
    private boolean tooManyHeaders;
    private boolean malformed;
    private boolean lingering;
    private boolean upgraded;
    private boolean rejected;
    private int exchanges;
    private @Nullable Exchange receiving;
    private @Nullable String address;

    Connection(ServerLoop loop, Channel channel, boolean refused) {
        this.loop = loop;
        this.channel = channel;
        this.refused = refused;
        this.lastProgress = loop.now();
        channel.attr(KEY).set(this);
        channel.pipeline().addFirst("aro-bytes", new Bytes());
        channel.pipeline().addBefore("handler", "aro-objects", new Objects());
    }

    static Connection of(Channel channel) {
        return channel.attr(KEY).get();
    }

    Channel channel() {
        return channel;
    }

    /** Whether there were too many connections when this one came. */
    boolean isRefused() {
        return refused;
    }

    boolean hasTooManyHeaders() {
        return tooManyHeaders;
    }

    /** Whether the body being received has broken framing. */
    boolean isMalformed() {
        return malformed;
    }

    /** The client's address without its port. */
    String remoteAddress() {
        String known = address;
        if (known == null) {
            known = channel.remoteAddress() instanceof InetSocketAddress socket && socket.getAddress() != null
                    ? socket.getAddress().getHostAddress() : "";
            int zone = known.indexOf('%');
            if (zone > 0) known = known.substring(0, zone);
            address = known;
        }
        return known;
    }

    /** A request begins to be answered. */
    void begin() {
        if (exchanges++ == 0) loop.busy(1);
    }

    /** The body of a request is being received. */
    void receiving(Exchange exchange) {
        receiving = exchange;
        lastProgress = loop.now();
    }

    void received() {
        receiving = null;
    }

    /** A response has been written, though perhaps not to its last byte. */
    void end(Exchange exchange) {
        if (--exchanges == 0) loop.busy(-1);
        if (receiving == exchange) receiving = null;
        lastProgress = loop.now();
    }

    boolean isBusy() {
        return exchanges > 0;
    }

    /** From now on it is a WebSocket or event stream and has other time-outs. */
    void upgrade() {
        upgraded = true;
        receiving = null;
        if (exchanges > 0) loop.busy(-1);
        exchanges = 0;
    }

    boolean isUpgraded() {
        return upgraded;
    }

    /** Says that closing is to leave the client time to read the last answer before the rest of what it sends is refused. */
    void linger() {
        lingering = true;
    }

    /** Looks at the time-outs. */
    void sweep(long now) {
        if (upgraded || rejected || !channel.isActive()) return;
        Exchange waiting = receiving;
        if (waiting != null) {
            if (now - lastProgress > loop.times().body().toNanos()) {
                waiting.answer(Answer.error(408, "Request timed out").closing());
            }
        } else if (pending() > 0) {
            sweepWriting(now);
        } else if (exchanges == 0 && headSince != 0) {
            if (now - headSince > loop.times().head().toNanos()) reject(Answer.error(408, "Request timed out"));
        } else if (exchanges == 0 && (now - lastProgress > loop.times().idle().toNanos() || loop.isStopping())) {
            channel.close();
        }
    }

    /** A client that does not take its response is given as long as an idle one. */
    private void sweepWriting(long now) {
        long pending = pending();
        if (pending != unwritten) {
            unwritten = pending;
            lastProgress = now;
        } else if (now - lastProgress > loop.times().idle().toNanos()) {
            abort();
        }
    }

    /** How many bytes the client has not taken yet. */
    long pending() {
        ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
        return waiting == null ? 0 : waiting.totalPendingWriteBytes();
    }

    /** Closes at once; what has not been written is lost. (Vert.x would write it first.) */
    void abort() {
        channel.pipeline().firstContext().close();
    }

    /** Closes after the last answer, whatever the client still sends. */
    void close() {
        rejected = true;
        channel.close();
    }

    /** Answers although there is no request that could be, and closes. */
    void reject(Answer answer) {
        headSince = 0;
        rejected = true;
        lingering = true;
        channel.pipeline().firstContext().writeAndFlush(loop.raw(answer)).addListener(_ -> channel.close());
    }

    /** Sees bytes before they are decoded, and the closing of the channel. */
    private final class Bytes extends ChannelDuplexHandler {

        private boolean closing;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (closing) {
                ReferenceCountUtil.release(message); // What comes after the last answer is only drained.
                return;
            }
            if (!upgraded && message instanceof ByteBuf bytes) {
                long now = loop.now();
                lastProgress = now;
                if (headSince == 0 && receiving == null && exchanges == 0) headSince = now;
                headBytes += bytes.readableBytes();
            }
            context.fireChannelRead(message);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            loop.closed(Connection.this);
            context.fireChannelInactive();
        }

        @Override
        public void close(ChannelHandlerContext context, ChannelPromise promise) {
            if (!lingering || closing || upgraded || !(channel instanceof SocketChannel socket) || !channel.isActive()) {
                context.close(promise);
                return;
            }
            closing = true;
            headSince = 0;
            socket.shutdownOutput();
            channel.config().setAutoRead(true);
            channel.eventLoop().schedule(() -> context.close(promise), LINGER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Sees requests and bodies after they are decoded. */
    private final class Objects extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (upgraded) {
                context.fireChannelRead(message);
                return;
            }
            if (message instanceof HttpRequest request) {
                headSince = 0;
                bodyBytes = 0;
                malformed = false;
                if (headBytes > MOST_HEADERS * SHORTEST_HEADER) tooManyHeaders = count(request) > MOST_HEADERS;
                headBytes = 0;
            } else if (message instanceof HttpContent content) {
                if (content.decoderResult().isFailure()) {
                    // The exchange learns of it at the end of its body, so that its answer keeps its place.
                    malformed = true;
                    content.release();
                    context.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
                    return;
                }
                headBytes = 0;
                bodyBytes += content.content().readableBytes();
                if (bodyBytes > loop.options().maxUpload() && bodyBytes > loop.options().maxBody() && receiving == null) {
                    content.release(); // Nobody wants this body, and it does not end.
                    abort();
                    return;
                }
            }
            context.fireChannelRead(message);
        }

        private static int count(HttpRequest request) {
            int count = 0;
            for (Map.Entry<String, String> _ : request.headers()) count++;
            return count;
        }
    }

    /** Why the decoder has refused a request. */
    static Answer refusal(DecoderResult result) {
        Throwable cause = result.cause();
        String name = cause == null ? "" : cause.getClass().getSimpleName();
        return switch (name) {
            case "TooLongHttpLineException" -> Answer.error(414, "Request line too long").closing();
            case "TooLongHttpHeaderException" -> Answer.error(431, "Request header fields too large").closing();
            default -> Answer.error(400, "Malformed request").closing();
        };
    }
}
