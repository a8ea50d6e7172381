package org.arolang.bench.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * Connects WebSocket clients to a server on loopback and reads, as cheaply as possible, all that they are sent.
 *
 * <p>Arguments: port, path, number of clients. Prints {@code connected} once all of them are. A line on standard input makes
 * it print {@code <open connections> <bytes received since the last such line>}; the end of standard input ends it.
 */
public final class WebSocketCrowd {

    private static final int HANDSHAKE_SECONDS = 10;

    /** Between two readings, so that messages gather: a reading costs about the same for one message as for many. */
    private static final long PAUSE_MILLISECONDS = 10;

    private final Selector selector;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(256 * 1024);
    private int open;
    private long received;

    private WebSocketCrowd(Selector selector) {
        this.selector = selector;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int port = Integer.parseInt(arguments[0]);
        int clients = Integer.parseInt(arguments[2]);
        try (Selector selector = Selector.open()) {
            var crowd = new WebSocketCrowd(selector);
            for (int i = 0; i < clients; i++) {
                crowd.connect(port, arguments[1]);
            }
            System.out.println("connected");
            crowd.drain();
        }
    }

    private void connect(int port, String path) throws IOException {
        var channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        String request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nUpgrade: websocket\r\n"
                + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAECAwQFBgcICQoLDA0ODw==\r\n\r\n";
        channel.write(ByteBuffer.wrap(request.getBytes(ISO_8859_1)));
        channel.socket().setSoTimeout(HANDSHAKE_SECONDS * 1000);
        // Byte by byte, so that nothing behind the headers is lost; once per client.
        var head = new StringBuilder();
        var in = channel.socket().getInputStream();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("The server closed the connection during the handshake: " + head);
            }
            head.append((char) next);
        }
        if (!head.toString().startsWith("HTTP/1.1 101 ")) {
            throw new IOException("No WebSocket: " + head);
        }
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ);
        open++;
    }

    private void drain() throws IOException, InterruptedException {
        Thread.ofPlatform().daemon().start(this::readCommands);
        while (!isEnding()) {
            selector.select(this::read);
            answerCommands();
            Thread.sleep(PAUSE_MILLISECONDS);
        }
    }

    private void read(SelectionKey key) {
        var channel = (SocketChannel) key.channel();
        int count;
        try {
            count = channel.read(buffer.clear());
        } catch (IOException e) {
            count = -1;
        }
        if (count >= 0) {
            received += count;
        } else {
            key.cancel();
            open--;
        }
    }

    // --- commands: counted by the thread that reads them, answered by the thread that knows the numbers ---------------

    private int asked;
    private int answered;
    private boolean ending;

    private void readCommands() {
        try {
            for (int next = System.in.read(); next >= 0; next = System.in.read()) {
                if (next == '\n') {
                    synchronized (this) {
                        asked++;
                    }
                    selector.wakeup();
                }
            }
        } catch (IOException e) {
            // Standard input is gone, which is its end.
        }
        synchronized (this) {
            ending = true;
        }
        selector.wakeup();
    }

    private synchronized boolean isEnding() {
        return ending;
    }

    private synchronized void answerCommands() {
        for (; answered < asked; answered++) {
            System.out.println(open + " " + received);
            received = 0;
        }
    }
}
