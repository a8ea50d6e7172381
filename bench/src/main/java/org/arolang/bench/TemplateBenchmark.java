package org.arolang.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.arolang.compiler.template.CompiledTemplates;
import org.arolang.language.check.FeatureSetKind;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Actions;
import org.arolang.runtime.actions.ApplicationActions;
import org.arolang.runtime.actions.data.DataActions;
import org.arolang.runtime.execution.Activation;
import org.arolang.runtime.execution.Application;
import org.arolang.runtime.execution.FeatureSetCode;
import org.arolang.runtime.execution.FeatureSetCode.Effects;
import org.arolang.runtime.execution.Options;
import org.arolang.runtime.execution.Scope;
import org.arolang.runtime.execution.Trigger;
import org.arolang.runtime.template.ApplicationFiles;
import org.arolang.runtime.template.EmbeddedFiles;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.MarkedText;
import org.arolang.runtime.value.ObjectValue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** StatusPost's page with twenty messages: the compiled template against Java written by hand for this one page. */
@State(org.openjdk.jmh.annotations.Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TemplateBenchmark {

    private static final String LOOP = "{{ for each <msg> in <recent-messages> { }}";
    private static final String DATE = "{{ <msg: createdAt> | date: \"dd.MM.yyyy HH:mm\" }}";
    private static final String TEXT = "{{ <msg: message> }}";
    private static final String END = "{{ } }}";

    private static final String PAGE = """
        <!DOCTYPE html>
        <html>
        <head>
            <title>StatusPost</title>
            <link rel="stylesheet" href="/static/style.css">
        </head>
        <body>
            <h1>StatusPost</h1>
            <div class="form">
                <form id="f">
                    <input type="text" id="msg" placeholder="Message..." required>
                    <button type="submit">Post</button>
                </form>
            </div>
            <div id="status" class="disconnected">Connecting...</div>
            <div id="messages">
                LOOP
                <div class="message">
                    <div class="time">DATE</div>
                    <div>TEXT</div>
                </div>
                END
            </div>
            <script src="/static/app.js"></script>
        </body>
        </html>
        """.replace("LOOP", LOOP).replace("DATE", DATE).replace("TEXT", TEXT).replace("END", END);

    /** A message as a program written by hand keeps it. */
    private record Message(String createdAt, String text) {}

    private final String[] parts = new String[5];
    private final List<Message> messages = new ArrayList<>();
    private CompiledTemplates embedded;
    private CompiledTemplates watched;
    private Activation embeddedActivation;
    private Activation watchedActivation;
    private Scope scope;
    private final Scope[] changing = new Scope[64];
    private int turn;

    @Setup
    public void setUp() throws Exception {
        int at = 0;
        int part = 0;
        for (String block : List.of(LOOP, DATE, TEXT, END)) {
            int begin = PAGE.indexOf(block, at);
            parts[part++] = PAGE.substring(at, begin);
            at = begin + block.length();
        }
        parts[part] = PAGE.substring(at);
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Instant date = Instant.parse("2031-04-05T06:07:08Z").plusSeconds(i * 977L);
            String text = "Message number " + i + " of the board, with <b>some</b> markup & \"quotes\" in it, as people write";
            messages.add(new Message(date.toString(), text));
            values.add(ObjectValue.of("createdAt", date, "id", "0123456789abcdef" + (100 + i), "message", text));
        }
        scope = new Scope(new String[]{"all-messages", "recent-messages"}, new Object[]{ListValue.EMPTY, ListValue.copyOf(values)}, null);
        for (int i = 0; i < changing.length; i++) {
            changing[i] = new Scope(scope.names(), new Object[]{ListValue.EMPTY, otherMessages(values, i)}, null);
        }
        List<Action> actions = new ArrayList<>(DataActions.all());
        actions.addAll(ApplicationActions.all());
        byte[] utf8 = PAGE.getBytes(StandardCharsets.UTF_8);
        embedded = new CompiledTemplates(
                new EmbeddedFiles(Map.of("templates/index.html", new EmbeddedFiles.Content(utf8, Instant.EPOCH))), new Actions(actions));
        embeddedActivation = activation(embedded);
        Path folder = Files.createTempDirectory("templates");
        Files.createDirectories(folder.resolve("templates"));
        Files.write(folder.resolve("templates/index.html"), utf8);
        watched = new CompiledTemplates(new ApplicationFiles(folder), new Actions(actions));
        watchedActivation = activation(watched);
        String template = new String(template(), StandardCharsets.UTF_8);
        if (!template.equals(new String(handWritten(), StandardCharsets.UTF_8))) {
            throw new IllegalStateException("the pages differ:\n" + template);
        }
    }

    private static Activation activation(CompiledTemplates templates) {
        Application application = Application.builder(Options.of(Path.of("."))).templates(templates).build();
        FeatureSetCode code = new FeatureSetCode(
                "homePage", "Board", new FeatureSetKind.Plain(), null, _ -> {}, null, List.of(), Effects.NONE, false);
        return new Activation(application, code, Trigger.NONE, null);
    }

    /** The template of a built program, which never changes. */
    @Benchmark
    public byte[] template() {
        return ((MarkedText) embedded.render("index.html", embeddedActivation, scope)).utf8();
    }

    private static ListValue otherMessages(List<Object> messages, int number) {
        return ListValue.copyOf(messages.stream()
                .map(message -> ((ObjectValue) message).with("message", ((ObjectValue) message).get("message") + " " + number))
                .toList());
    }

    /** The same with other messages each time, none of which was shown just before. */
    @Benchmark
    public byte[] templateOfChangingMessages() {
        turn = turn + 1 & changing.length - 1;
        return ((MarkedText) embedded.render("index.html", embeddedActivation, changing[turn])).utf8();
    }

    /** The template of {@code aro run}, whose file may change at any time. */
    @Benchmark
    public byte[] templateInFolder() {
        return ((MarkedText) watched.render("index.html", watchedActivation, scope)).utf8();
    }

    @Benchmark
    public byte[] handWritten() {
        StringBuilder out = new StringBuilder(8_192);
        out.append(parts[0]);
        for (Message message : messages) {
            String date = message.createdAt;
            out.append(parts[1]);
            out.append(date, 8, 10).append('.').append(date, 5, 7).append('.').append(date, 0, 4).append(' ').append(date, 11, 16);
            out.append(parts[2]);
            escape(out, message.text);
            out.append(parts[3]);
        }
        return out.append(parts[4]).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void escape(StringBuilder out, String text) {
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            String entity = switch (text.charAt(i)) {
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                case '"' -> "&quot;";
                case '\'' -> "&#39;";
                default -> null;
            };
            if (entity != null) {
                out.append(text, done, i).append(entity);
                done = i + 1;
            }
        }
        out.append(text, done, text.length());
    }
}
