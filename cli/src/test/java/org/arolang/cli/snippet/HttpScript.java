package org.arolang.cli.snippet;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Requests to a server, one after the other, separated by lines {@code ###}. Each is a request line, header lines, and after an empty line a
 * body in which {@code \r\n} need not be written; lines {@code # show: Name} ask for response headers to be shown besides
 * {@code Content-Type}.
 */
final class HttpScript {

    private final List<String> requests = new ArrayList<>();

    HttpScript(Path file) {
        for (String part : Snippet.readText(file).split("(?m)^###.*\\n?")) {
            if (!part.isBlank()) {
                requests.add(part);
            }
        }
    }

    /** Sends the requests to {@code port} and gives the answers as text. */
    String run(int port) throws IOException {
        StringBuilder transcript = new StringBuilder();
        for (String request : requests) {
            transcript.append(exchange(request, port));
        }
        return transcript.toString();
    }

    private static String exchange(String request, int port) throws IOException {
        List<String> shown = new ArrayList<>(List.of("content-type"));
        StringBuilder head = new StringBuilder();
        int empty = request.indexOf("\n\n");
        String headPart = empty < 0 ? request.strip() : request.substring(0, empty).strip();
        String body = empty < 0 ? "" : request.substring(empty + 2).stripTrailing();
        String first = "";
        for (String line : headPart.split("\n")) {
            if (line.startsWith("# show:")) {
                for (String name : line.substring(7).split(",")) {
                    shown.add(name.strip().toLowerCase(Locale.ROOT));
                }
            } else if (!line.startsWith("#")) {
                if (first.isEmpty()) {
                    first = line.strip();
                    head.append(first).append(" HTTP/1.1\r\nHost: localhost:").append(port).append("\r\nConnection: close\r\n");
                } else {
                    head.append(line.strip()).append("\r\n");
                }
            }
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0) {
            head.append("Content-Length: ").append(bytes.length).append("\r\n");
        }
        head.append("\r\n");
        String answer;
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
        return "> " + first + "\n" + show(answer, shown);
    }

    private static String show(String answer, List<String> shown) {
        int end = answer.indexOf("\r\n\r\n");
        if (end < 0) {
            return "(no answer)\n";
        }
        String[] head = answer.substring(0, end).split("\r\n");
        TreeMap<String, String> headers = new TreeMap<>();
        for (int i = 1; i < head.length; i++) {
            int colon = head[i].indexOf(':');
            headers.put(head[i].substring(0, colon).toLowerCase(Locale.ROOT), head[i].substring(colon + 1).strip());
        }
        StringBuilder text = new StringBuilder(head[0].replaceFirst("^HTTP/1\\.\\d ", "").replaceFirst("^(\\d+).*", "$1"));
        if (headers.containsKey("content-type")) {
            text.append(' ').append(headers.get("content-type"));
        }
        text.append('\n');
        for (String name : shown) {
            if (!name.equals("content-type") && headers.containsKey(name)) {
                text.append(name).append(": ").append(headers.get(name)).append('\n');
            }
        }
        String body = answer.substring(end + 4);
        if (!body.isEmpty()) {
            text.append(body);
            if (!body.endsWith("\n")) {
                text.append('\n');
            }
        }
        return text.toString();
    }
}
