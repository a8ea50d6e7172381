package org.arolang.cli.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.arolang.cli.Surroundings;
import org.arolang.cli.load.Loader;
import org.arolang.cli.load.Resources;
import org.arolang.cli.load.Sources;
import org.arolang.cli.program.ProgramArchive.Entry;
import org.arolang.cli.program.ProgramArchive.Kind;
import org.arolang.compiler.IrBackEnd;
import org.arolang.compiler.payload.Training;
import org.arolang.language.source.SourceFile;
import org.arolang.runtime.execution.Options;
import org.arolang.runtime.template.EmbeddedFiles;
import org.arolang.web.contract.Contract;

/**
 * A program that does what programs do. It is run once so that the classes that take part are in the start-up cache: when ARO itself is
 * built, and when a payload is made.
 */
public final class SampleProgram {

    private static final Pattern STARTED = Pattern.compile("HTTP Server started on port (\\d+)");

    private final Surroundings around;
    private final boolean serves;
    private final ProgramArchive archive;

    /** @param serves whether it serves HTTP and WebSockets */
    public SampleProgram(Surroundings around, boolean serves) {
        this.around = around;
        this.serves = serves;
        this.archive = new ProgramArchive("Sample", entries());
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        entries.add(entry(Kind.SOURCE, "main.aro", serves ? "serving.aro" : "console.aro"));
        if (serves) {
            entries.add(entry(Kind.CONTRACT, "openapi.yaml", "openapi.yaml"));
            entries.add(entry(Kind.PAGE, "templates/page.html", "page.html"));
            entries.add(entry(Kind.PAGE, "templates/static/style.css", "style.css"));
        }
        return entries;
    }

    private static Entry entry(Kind kind, String path, String resource) {
        try (var in = SampleProgram.class.getResourceAsStream("sample/" + resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            return new Entry(kind, path, Instant.EPOCH, in.readAllBytes());
        } catch (IOException exception) {
            throw new IllegalStateException(exception);
        }
    }

    /** Writes the program's source to a file. */
    public void writeTo(Path file) throws IOException {
        Files.write(file, archive.of(Kind.SOURCE).getFirst().content());
    }

    /** The program's sources, as if they stood in {@code root}. */
    public Loader load(Path root) {
        List<SourceFile> files = archive.of(Kind.SOURCE).stream().map(entry -> new SourceFile(entry.path(), entry.text())).toList();
        EmbeddedFiles.Content page = serves ? content("templates/page.html") : null;
        EmbeddedFiles pages = page == null
                ? new EmbeddedFiles(Map.of())
                : new EmbeddedFiles(
                        Map.of("templates/page.html", page, "templates/static/style.css", content("templates/static/style.css")));
        Contract contract = serves ? Contract.read("openapi.yaml", archive.of(Kind.CONTRACT).getFirst().content()) : null;
        return new Loader(Sources.of(root, archive.name(), files, Set.of()), new Resources(contract, pages, Map.of()));
    }

    private EmbeddedFiles.Content content(String path) {
        for (Entry entry : archive.entries()) {
            if (entry.path().equals(path)) {
                return new EmbeddedFiles.Content(entry.content(), entry.changed());
            }
        }
        throw new IllegalStateException("missing " + path);
    }

    /** How a payload's start-up cache is trained with it. */
    Training training() {
        IrBackEnd backEnd = new IrBackEnd(false);
        load(around.directory()).build(Options.of(around.directory()), around.console(), backEnd, false);
        return new Training(
                backEnd.text(),
                archive.write(),
                List.of(),
                Map.of("ARO_HTTP_PORT", "0"),
                Duration.ofSeconds(60),
                serves ? SampleProgram::drive : (program, output) -> {});
    }

    /** Sends requests to the program, then ends it. */
    private static void drive(Process program, Path output) throws IOException, InterruptedException {
        while (program.isAlive()) {
            Matcher matcher = STARTED.matcher(Files.readString(output));
            if (matcher.find()) {
                visit(Integer.parseInt(matcher.group(1)));
                program.destroy();
                return;
            }
            Thread.sleep(20);
        }
    }

    /** The requests of a visitor: pages, a post, a file, a WebSocket. */
    public static void visit(int port) throws IOException {
        for (int i = 0; i < 3; i++) {
            request(port, "GET / HTTP/1.1\r\nAccept-Encoding: gzip\r\n", "");
            request(port, "GET /notes HTTP/1.1\r\n", "");
            request(port, "GET /static/style.css HTTP/1.1\r\n", "");
            request(port, "POST /notes HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n", "text=hello+" + i);
            request(port, "POST /notes HTTP/1.1\r\nContent-Type: application/json\r\n", "{\"text\":\"hi\",\"n\":1.5}");
            request(port, "POST /notes HTTP/1.1\r\nContent-Type: application/json\r\n", "{}");
            request(port, "GET /missing HTTP/1.1\r\n", "");
        }
        request(
                port,
                "GET /ws HTTP/1.1\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n",
                "");
    }

    private static void request(int port, String head, String body) throws IOException {
        boolean upgrade = head.contains("Upgrade");
        String connection = upgrade ? "Upgrade" : "close";
        String length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            OutputStream out = socket.getOutputStream();
            out.write((head + "Host: localhost:" + port + "\r\nConnection: " + connection + "\r\n" + length + "\r\n" + body)
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            if (upgrade) {
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
            } else {
                socket.getInputStream().readAllBytes();
            }
        }
    }
}
