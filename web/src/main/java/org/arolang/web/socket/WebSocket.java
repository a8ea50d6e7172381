package org.arolang.web.socket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.CompositeByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.arolang.runtime.value.Binary;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.Utf8;
import org.jspecify.annotations.Nullable;

/** One WebSocket connection ([WEB-191] to [WEB-195]). Used on its event loop only, but for what says otherwise. */
final class WebSocket extends Outlet {

    private static final long CLOSE_TIME = TimeUnit.SECONDS.toNanos(5);
    private static final byte[] NOTHING = new byte[0];

    private final WebSockets sockets;
    private final OutletGroup group;
    private final String id;
    private final String path;
    private final String remoteAddress;
    private final int maxMessage;
    private final Inbox inbox;
    private long heard = System.nanoTime();
    private long pinged = heard;
    private long closingSince;
    private boolean finished;
    private @Nullable CompositeByteBuf fragments;
    private boolean fragmentsAreText;

    WebSocket(WebSockets sockets, OutletGroup group, Channel channel, String id, String path, String remoteAddress, int maxMessage,
            long since) {
        super(channel, since);
        this.sockets = sockets;
        this.group = group;
        this.id = id;
        this.path = path;
        this.remoteAddress = remoteAddress;
        this.maxMessage = maxMessage;
        this.inbox = new Inbox(channel, sockets.mayWait());
    }

    /** From any thread. */
    String id() {
        return id;
    }

    /** {@code <websocket-connection>}; from any thread. */
    ObjectValue facts() {
        return ObjectValue.of("id", id, "path", path, "remoteAddress", remoteAddress);
    }

    String path() {
        return path;
    }

    String remoteAddress() {
        return remoteAddress;
    }

    OutletGroup group() {
        return group;
    }

    Inbox inbox() {
        return inbox;
    }

    @Override
    boolean isOpen() {
        return !finished && channel().isActive();
    }

    @Override
    void overflow() {
        close(1013, "slow consumer", "slow consumer");
    }

    @Override
    void sweep(long now) {
        if (finished) {
            if (now - closingSince > CLOSE_TIME) abort();
        } else if (now - heard > sockets.times().silent().toNanos()) {
            finish("timeout");
            abort();
        } else if (now - pinged > sockets.times().ping().toNanos()) {
            pinged = now;
            write(Frame.of(Frame.PING, NOTHING));
        }
    }

    /**
     * Ends the connection from this side: the close frame follows what is already on its way.
     *
     * @param reason what the disconnect event says
     */
    void close(int code, String text, String reason) {
        if (finished) return;
        write(Frame.close(code, text));
        flush();
        finish(reason);
        // A client that has nothing more to say closes; one that does not is closed by the sweep.
        channel().config().setAutoRead(true);
    }

    /** The connection is no more for the program; its disconnect event is the last one. */
    private void finish(String reason) {
        if (finished) return;
        finished = true;
        closingSince = System.nanoTime();
        dropFragments();
        sockets.disconnected(this, reason);
    }

    // --- frames --------------------------------------------------------------------------------------------------

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        heard = System.nanoTime();
        try {
            if (message instanceof WebSocketFrame frame) read(frame);
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void read(WebSocketFrame frame) {
        if (finished) {
            if (frame instanceof CloseWebSocketFrame) abort();
            return;
        }
        switch (frame) {
            case TextWebSocketFrame text -> data(text, true);
            case BinaryWebSocketFrame binary -> data(binary, false);
            case ContinuationWebSocketFrame more -> continued(more);
            case PingWebSocketFrame ping -> {
                write(Frame.of(Frame.PONG, ByteBufUtil.getBytes(ping.content())));
                flush();
            }
            case CloseWebSocketFrame close -> closedByClient(close);
            default -> {
            }
        }
    }

    private void data(WebSocketFrame frame, boolean text) {
        if (frame.isFinalFragment()) {
            message(frame.content(), text);
        } else {
            fragments = channel().alloc().compositeBuffer(Integer.MAX_VALUE);
            fragmentsAreText = text;
            append(frame.content());
        }
    }

    private void continued(ContinuationWebSocketFrame frame) {
        CompositeByteBuf whole = fragments;
        if (whole == null) {
            close(1002, "protocol error", "error: protocol error");
            return;
        }
        if (whole.readableBytes() + frame.content().readableBytes() > maxMessage) {
            close(1009, "message too big", "error: message too big");
            return;
        }
        append(frame.content());
        if (frame.isFinalFragment()) {
            message(whole, fragmentsAreText);
            dropFragments();
        }
    }

    private void append(ByteBuf content) {
        CompositeByteBuf whole = fragments;
        if (whole != null) whole.addComponent(true, content.retain());
    }

    private void dropFragments() {
        CompositeByteBuf whole = fragments;
        fragments = null;
        if (whole != null) whole.release();
    }

    private void message(ByteBuf content, boolean text) {
        byte[] bytes = ByteBufUtil.getBytes(content);
        if (text && !Utf8.isWellFormed(bytes)) {
            close(1007, "invalid UTF-8", "error: invalid UTF-8");
            return;
        }
        sockets.received(this, new String(bytes, StandardCharsets.UTF_8), text ? null : Binary.of(bytes));
    }

    private void closedByClient(CloseWebSocketFrame frame) {
        int code = frame.statusCode();
        boolean valid = code < 0 || WebSocketCloseStatus.isValidStatusCode(code);
        write(code < 0 ? Frame.of(Frame.CLOSE, NOTHING) : Frame.close(valid ? code : 1002, ""));
        flush();
        finish("client closed");
        channel().eventLoop().execute(this::abort);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable thrown) {
        Throwable cause = thrown.getCause() instanceof CorruptedWebSocketFrameException inner ? inner : thrown;
        if (cause instanceof CorruptedWebSocketFrameException corrupted) {
            int code = corrupted.closeStatus().code();
            close(code, code == 1009 ? "message too big" : code == 1007 ? "invalid UTF-8" : "protocol error",
                    "error: " + (code == 1009 ? "message too big" : code == 1007 ? "invalid UTF-8" : "protocol error"));
        } else {
            finish("connection closed");
            abort();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        finish("connection closed");
        sockets.gone(this);
        context.fireChannelInactive();
    }
}
