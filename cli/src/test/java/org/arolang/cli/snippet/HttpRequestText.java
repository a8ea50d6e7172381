package org.arolang.cli.snippet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One request as a script writes it: a request line, header lines, and after an empty line a body, in which {@code {fill 100}} stands for a
 * hundred letters. Lines before or among the headers say more:
 *
 * <ul>
 *   <li>{@code # show: Name, ...} shows response headers besides {@code Content-Type}
 *   <li>{@code # lines: 3} shows so many lines of the body
 *   <li>{@code # repeat: 41} sends it as often, {@code {n}} standing for the number, and shows the last answer
 *   <li>{@code # together} does not wait for the answer before the next step
 *   <li>{@code # crlf} ends the body's lines as multipart bodies want it
 * </ul>
 */
final class HttpRequestText {

    private static final Pattern FILL = Pattern.compile("\\{fill (\\d+)}");

    private final List<String> shown = new ArrayList<>();
    private final List<String> head = new ArrayList<>();
    private String body = "";
    private int lines = Integer.MAX_VALUE;
    private int times = 1;
    private boolean together;

    private HttpRequestText() {}

    static HttpRequestText parse(String text) {
        HttpRequestText request = new HttpRequestText();
        int empty = text.strip().indexOf("\n\n");
        String head = empty < 0 ? text.strip() : text.strip().substring(0, empty);
        String body = empty < 0 ? "" : text.strip().substring(empty + 2);
        boolean lineEnds = false;
        for (String line : head.split("\n")) {
            String option = line.startsWith("#") ? line.substring(1).strip() : "";
            if (option.isEmpty()) {
                request.head.add(line.strip());
            } else if (option.startsWith("show:")) {
                for (String name : option.substring(5).split(",")) {
                    request.shown.add(name.strip().toLowerCase(Locale.ROOT));
                }
            } else if (option.startsWith("lines:")) {
                request.lines = Integer.parseInt(option.substring(6).strip());
            } else if (option.startsWith("repeat:")) {
                request.times = Integer.parseInt(option.substring(7).strip());
            } else if (option.equals("together")) {
                request.together = true;
            } else if (option.equals("crlf")) {
                lineEnds = true;
            }
        }
        request.body = lineEnds ? body.replace("\n", "\r\n") : body;
        return request;
    }

    boolean isTogether() {
        return together;
    }

    /** Sends it and tells the answer. */
    String send(int port) {
        try {
            String answer = "";
            for (int n = 1; n <= times; n++) {
                answer = exchange(port, n);
            }
            return "> " + head.getFirst() + "\n" + show(answer);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String exchange(int port, int number) throws IOException {
        String line = fill(head.getFirst(), number);
        StringBuilder text = new StringBuilder(line.contains(" HTTP/") ? line : line + " HTTP/1.1").append("\r\n");
        text.append("Host: localhost:").append(port).append("\r\nConnection: close\r\n");
        for (String header : head.subList(1, head.size())) {
            text.append(fill(header, number)).append("\r\n");
        }
        byte[] content = fill(body, number).getBytes(StandardCharsets.UTF_8);
        if (content.length > 0) {
            text.append("Content-Length: ").append(content.length).append("\r\n");
        }
        text.append("\r\n");
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            try {
                socket.getOutputStream().write(text.toString().getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().write(content);
                socket.getOutputStream().flush();
            } catch (SocketException _) {
                // A server may answer and close before it has read everything.
            }
            return new String(readAll(socket.getInputStream()), StandardCharsets.UTF_8);
        }
    }

    private static byte[] readAll(InputStream input) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
                answer.write(buffer, 0, count);
            }
        } catch (SocketException reset) {
            if (answer.size() == 0) {
                throw reset;
            }
        }
        return answer.toByteArray();
    }

    private static String fill(String text, int number) {
        Matcher matcher = FILL.matcher(text.replace("{n}", Integer.toString(number)));
        return matcher.replaceAll(match -> "x".repeat(Integer.parseInt(match.group(1))));
    }

    private String show(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        if (end < 0) {
            return "(no answer)\n";
        }
        String[] headers = answer.substring(0, end).split("\r\n");
        TreeMap<String, String> values = new TreeMap<>();
        for (int i = 1; i < headers.length; i++) {
            int colon = headers[i].indexOf(':');
            values.merge(
                    headers[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    headers[i].substring(colon + 1).strip(),
                    (first, second) -> first + ", " + second);
        }
        StringBuilder text = new StringBuilder(headers[0].replaceFirst("^HTTP/1\\.\\d (\\d+).*", "$1"));
        if (values.containsKey("content-type")) {
            text.append(' ').append(values.get("content-type"));
        }
        text.append('\n');
        for (String name : shown) {
            text.append(name).append(": ").append(values.getOrDefault(name, "(none)")).append('\n');
        }
        String content = answer.substring(end + 4);
        content.lines().limit(lines).forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
