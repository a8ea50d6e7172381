package org.arolang.web.socket;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.arolang.language.check.FeatureSetKind;
import org.arolang.language.check.FeatureSetKind.ConnectionEvent;
import org.arolang.runtime.execution.Application;
import org.arolang.runtime.execution.Handlers;
import org.arolang.runtime.execution.OutputClosed;
import org.arolang.runtime.value.Binary;
import org.arolang.runtime.value.Ids;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/** All WebSocket connections of an application and the events they bring. Thread-safe. */
public final class WebSockets {

    private final Application application;
    private final Times times;
    private final Outlets outlets = new Outlets();
    private final Map<String, WebSocket> byId = new ConcurrentHashMap<>();
    private final AtomicInteger unfinished = new AtomicInteger();
    private volatile @Nullable Listeners listeners;
    private volatile boolean enabled;

    /** The handlers by event; looked up when the server starts, since the program is complete only then. */
    private record Listeners(Kind connect, Kind message, Kind disconnect) {
        boolean mayWait() {
            return connect.mayWait() || message.mayWait() || disconnect.mayWait();
        }
    }

    private record Kind(Handlers handlers, String domainType, Handlers domain) {
        boolean mayWait() {
            return handlers.mayWait() || domain.mayWait();
        }

        boolean isEmpty() {
            return handlers.isEmpty() && domain.isEmpty();
        }
    }

    public WebSockets(Application application, Times times) {
        this.application = application;
        this.times = times;
    }

    /** The server with these WebSockets has started. */
    public void enable() {
        listeners = new Listeners(kind(ConnectionEvent.CONNECT, "websocket.connected"),
                kind(ConnectionEvent.MESSAGE, "websocket.message"), kind(ConnectionEvent.DISCONNECT, "websocket.disconnected"));
        enabled = true;
    }

    private Kind kind(ConnectionEvent event, String domainType) {
        Handlers handlers = application.events()
                .group(code -> code.kind() instanceof FeatureSetKind.WebSocketHandler handler && handler.event() == event);
        return new Kind(handlers, domainType, application.events().domain(domainType));
    }

    private Listeners listeners() {
        Listeners known = listeners;
        if (known == null) throw new IllegalStateException("WebSockets are not enabled");
        return known;
    }

    public boolean isEnabled() {
        return enabled;
    }

    /** The server stops: no more statements reach connections once they are closed. */
    public void disable() {
        enabled = false;
        outlets.clear();
    }

    Times times() {
        return times;
    }

    boolean mayWait() {
        return listeners().mayWait();
    }

    /** How many connections are open. */
    public int count() {
        return byId.size();
    }

    /** How many channels are still open, closing ones included. */
    public int channels() {
        return outlets.count();
    }

    /** Whether a connection, or the handling of one's last event, is left. */
    public boolean isQuiet() {
        return unfinished.get() == 0;
    }

    /**
     * Makes a WebSocket of a channel whose handshake has been answered. The channel's HTTP handlers must be gone or about to go; called on
     * its event loop.
     */
    public void open(Channel channel, String path, String remoteAddress, int maxMessage) {
        OutletGroup group = outlets.group(channel.eventLoop());
        WebSocket socket = new WebSocket(this, group, channel, Ids.uuid7(), path, remoteAddress, maxMessage, outlets.broadcasts());
        WebSocketDecoderConfig config = WebSocketDecoderConfig.newBuilder().expectMaskedFrames(true).allowMaskMismatch(false)
                .allowExtensions(false).maxFramePayloadLength(maxMessage).closeOnProtocolViolation(false).withUTF8Validator(false).build();
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.addBefore("handler", "aro-frames", new WebSocket13FrameDecoder(config));
        pipeline.addBefore("handler", "aro-websocket", socket);
        unfinished.incrementAndGet();
        byId.put(socket.id(), socket);
        outlets.add(group, socket);
        Instant now = Instant.now();
        deliver(socket, listeners().connect(), now, () -> ObjectValue.of("id", socket.id(), "connectionId", socket.id(), "path", path,
                "remoteAddress", remoteAddress, "timestamp", now), null, false);
    }

    void received(WebSocket socket, String text, @Nullable Binary binary) {
        Instant now = Instant.now();
        deliver(socket, listeners().message(), now, () -> {
            ObjectValue event = ObjectValue.of("id", socket.id(), "connectionId", socket.id(), "message", text, "text", text, "data", text,
                    "timestamp", now);
            return binary == null ? event : event.with("binary", binary);
        }, text, false);
    }

    void disconnected(WebSocket socket, String reason) {
        byId.remove(socket.id());
        Instant now = Instant.now();
        deliver(socket, listeners().disconnect(), now,
                () -> ObjectValue.of("id", socket.id(), "connectionId", socket.id(), "reason", reason,
                        "timestamp", now),
                null, true);
    }

    /** The channel of a connection is closed. */
    void gone(WebSocket socket) {
        outlets.remove(socket.group(), socket);
    }

    private interface Payload {
        ObjectValue event();
    }

    private void deliver(WebSocket socket, Kind kind, Instant now, Payload payload, @Nullable String text, boolean last) {
        if (kind.isEmpty() && !application.logs().isActive()) {
            if (last) socket.inbox().add(unfinished::decrementAndGet);
            return;
        }
        socket.inbox().add(() -> {
            try {
                ObjectValue event = payload.event();
                ObjectValue message = text == null
                        ? null
                        : ObjectValue.of("text", text, "connectionId", socket.id(), "timestamp", now);
                kind.handlers().deliver(null, event, () -> new SocketTrigger(socket, event, message));
                application.events().emit(null, kind.domainType(), event);
            } catch (OutputClosed _) {
                // The life cycle knows already.
            } catch (Throwable thrown) {
                application.diagnostics().error("Internal error in a WebSocket event: " + thrown);
            } finally {
                if (last) unfinished.decrementAndGet();
            }
        });
    }

    // --- what programs do ----------------------------------------------------------------------------------------

    /** Sends one message to every connection open at this moment ([WEB-210]). */
    void broadcast(Object payload) {
        if (byId.isEmpty()) return;
        outlets.broadcast(Frame.message(payload), null);
    }

    /** Sends a message to a connection; false when there is none of that id. */
    boolean send(String id, Object payload) {
        WebSocket socket = byId.get(id);
        if (socket == null) return false;
        socket.group().toOne(socket, Frame.message(payload));
        return true;
    }

    /** Closes a connection with code 1000; false when there is none of that id. */
    boolean close(String id) {
        WebSocket socket = byId.remove(id);
        if (socket == null) return false;
        socket.group().act(socket, outlet -> ((WebSocket) outlet).close(1000, "", "server closed"));
        return true;
    }

    /** Closes all connections because the server stops ([WEB-260]). */
    public void closeAll() {
        outlets.forEach(outlet -> {
            ((WebSocket) outlet).close(1001, "", "server shutdown");
            outlet.flush();
        });
    }

    /** Looks at the time-outs of the connections of a loop; called on it. */
    public void sweep(EventLoop loop, long now) {
        outlets.sweep(loop, now);
    }
}
