package org.arolang.compiler.template;

import java.time.Instant;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.MarkedText;
import org.arolang.runtime.value.ObjectValue;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** StatusPost's page, byte for byte ([WEB-340]). */
class BoardTest {

    private static final String BEFORE = """
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
        \s\s\s\s\s\s\s\s""";

    private static final String AFTER = """

            </div>
            <script src="/static/app.js"></script>
        </body>
        </html>
        """;

    private static final String PAGE = BEFORE
            + "{{ for each <msg> in <recent-messages> { }}"
            + """

                        <div class="message">
                            <div class="time">{{ <msg: createdAt> | date: "dd.MM.yyyy HH:mm" }}</div>
                            <div>{{ <msg: message> }}</div>
                        </div>
                \s\s\s\s\s\s\s\s{{ } }}"""
            + AFTER;

    @Test
    void emptyBoard() {
        assertThat(Folder.of("index.html", PAGE).bind("recent-messages", ListValue.EMPTY).text("index.html"))
                .isEqualTo(BEFORE + AFTER);
    }

    @Test
    void messagesInTheirOrder() {
        Folder folder = Folder.of("index.html", PAGE)
                .bind("other", 1L)
                .bind("recent-messages", ListValue.of(message("Hi <b>"), message("zweite \u2603 \uD83D\uDE00")));
        Object page = folder.value("index.html");
        assertThat(((MarkedText) page).isMarkup()).isTrue();
        assertThat(Folder.textOf(page)).isEqualTo(BEFORE + block("Hi &lt;b&gt;") + block("zweite \u2603 \uD83D\uDE00") + AFTER);
    }

    private static String block(String text) {
        return "\n        <div class=\"message\">\n            <div class=\"time\">05.04.2031 06:07</div>\n            <div>" + text
                + "</div>\n        </div>\n        ";
    }

    private static ObjectValue message(String text) {
        return ObjectValue.of("createdAt", Instant.parse("2031-04-05T06:07:08Z"), "id", "00", "message", text);
    }
}
