package org.arolang.web.socket;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A WebSocket client that sends exactly what it is told to. */
final class RawSocket implements AutoCloseable {

    final Socket socket = new Socket();
    private final DataInputStream in;
    private final OutputStream out;
    String head = "";

    static final String HANDSHAKE = "GET /ws HTTP/1.1\r\nHost: h:80\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

    RawSocket(int port) throws IOException {
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.setSoTimeout(10_000);
        in = new DataInputStream(new java.io.BufferedInputStream(socket.getInputStream()));
        out = socket.getOutputStream();
    }

    static RawSocket open(int port) throws IOException {
        RawSocket raw = new RawSocket(port);
        raw.handshake(HANDSHAKE + "\r\n");
        if (!raw.head.startsWith("HTTP/1.1 101 ")) throw new IOException(raw.head);
        return raw;
    }

    void handshake(String request) throws IOException {
        out.write(request.getBytes(StandardCharsets.ISO_8859_1));
        StringBuilder text = new StringBuilder();
        while (text.length() < 4 || !text.substring(text.length() - 4).equals("\r\n\r\n")) text.append((char) in.readUnsignedByte());
        head = text.toString();
    }

    /** @param first opcode with its flags */
    void send(int first, byte[] payload) throws IOException {
        byte[] frame = new byte[payload.length + 14];
        int at = 0;
        frame[at++] = (byte) first;
        if (payload.length < 126) {
            frame[at++] = (byte) (0x80 | payload.length);
        } else if (payload.length < 65536) {
            frame[at++] = (byte) (0x80 | 126);
            frame[at++] = (byte) (payload.length >> 8);
            frame[at++] = (byte) payload.length;
        } else {
            frame[at++] = (byte) (0x80 | 127);
            for (int i = 7; i >= 0; i--) frame[at++] = (byte) ((long) payload.length >> 8 * i);
        }
        byte[] mask = {1, 2, 3, 4};
        for (byte b : mask) frame[at++] = b;
        for (int i = 0; i < payload.length; i++) frame[at++] = (byte) (payload[i] ^ mask[i & 3]);
        out.write(frame, 0, at);
    }

    void text(String text) throws IOException {
        send(0x81, text.getBytes(StandardCharsets.UTF_8));
    }

    void bytes(int... bytes) throws IOException {
        for (int b : bytes) out.write(b);
    }

    /** The next frame as {@code opcode:payload}; a close frame as {@code close:code:reason}; {@code end} at the end. */
    String read() throws IOException {
        int first = in.read();
        if (first < 0) return "end";
        int length = in.readUnsignedByte();
        if (length == 126) length = in.readUnsignedShort();
        if (length == 127) length = (int) in.readLong();
        byte[] payload = in.readNBytes(length);
        int opcode = first & 0x0f;
        if (opcode != 8) return opcode + ":" + new String(payload, StandardCharsets.UTF_8);
        return payload.length < 2
                ? "close:"
                : "close:" + ((payload[0] & 0xff) << 8 | payload[1] & 0xff) + ":"
                        + new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
