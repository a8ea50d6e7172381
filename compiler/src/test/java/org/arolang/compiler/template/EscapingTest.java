package org.arolang.compiler.template;

import java.util.List;
import java.util.Random;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.MarkedText;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** [WEB-330] to [WEB-334], and what is safer than they ask: docs/templates.md. */
class EscapingTest {

    private static String html(String template, Object value) {
        return Folder.of("t.html", template).bind("v", value).text("t.html");
    }

    /** [WEB-330]: text and quoted attributes have the five replacements and nothing else. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "<p>{{ <v> }}</p>;<p>|</p>",
        "<p title=\"{{ <v> }}\">;<p title=\"|\">",
        "<p title='{{ <v> }}'>;<p title='|'>",
        "<textarea>{{ <v> }}</textarea>;<textarea>|</textarea>",
        "<title>{{ <v> }}</title>;<title>|</title>",
        "<!-- {{ <v> }} -->;<!-- | -->",
        "<!-- -- <script> --!> {{ <v> }};<!-- -- <script> --!> |",
        "<!--> <p title=\"{{ <v> }}\"> {{ <v> }};<!--> <p title=\"|\"> |",
        "<?xml version='1.0'?><a>{{ <v> }};<?xml version='1.0'?><a>|",
        "<script>/* < */</SCRIPT >{{ <v> }};<script>/* < */</SCRIPT >|",
        "<![CDATA[{{ <v> }}]]>;<![CDATA[|]]>",
        "<a href=\"/x?q={{ <v> }}\">;<a href=\"/x?q=|\">",
        "<p data-x=\"a {{ <v> }}\">{{ <v> }};<p data-x=\"a |\">|",
        "<a href=\"{{ <v> }}\">;<a href=\"|\">",
        "<br/>{{ <v> }};<br/>|",
        "a < b {{ <v> }};a < b |",
    })
    void ordinaryPlaces(String template, String expected) {
        String value = "<b a=\"1\" c='2'>&amp; \u00E4\u20AC\uD83D\uDE00";
        String escaped = "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp; \u00E4\u20AC\uD83D\uDE00";
        assertThat(html(template, value)).isEqualTo(expected.replace("|", escaped));
    }

    /** [WEB-330]: by extension, by a tag in the text, or by being included. */
    @Test
    void htmlMode() {
        for (String name : List.of("a.html", "a.HTM", "a.xhtml", "a.xml", "a.svg")) {
            assertThat(Folder.of(name, "{{ <v> }}").bind("v", "<").text(name)).as(name).isEqualTo("&lt;");
        }
        for (String name : List.of("a.css", "a.js", "a.json", "a.txt", "a.md", "a.csv", "a.screen")) {
            assertThat(Folder.of(name, "<b>{{ <v> }}").bind("v", "<").text(name)).as(name).isEqualTo("<b><");
        }
        assertThat(Folder.of("a.tpl", "{{ <v> }}").bind("v", "<").text("a.tpl")).isEqualTo("<");
        assertThat(Folder.of("a.tpl", "<br>{{ <v> }}").bind("v", "<").text("a.tpl")).isEqualTo("<br>&lt;");
        assertThat(Folder.of("a.tpl", "a < b {{ <v> }}").bind("v", "<").text("a.tpl")).isEqualTo("a < b <");
        assertThat(Folder.of("a", "<p class='x'>{{ <v> }}").bind("v", "<").text("a")).isEqualTo("<p class='x'>&lt;");
        assertThat(Folder.of("a.html", "{{ Include the <template: b.txt>. }}").with("b.txt", "{{ <v> }}").bind("v", "<").text("a.html"))
                .isEqualTo("&lt;");
    }

    /** [WEB-2]. */
    @Test
    void origins() {
        assertThat(origin("a.html", "{{ 1 }}")).isEqualTo(new Origin("html", Origin.Maker.TEMPLATE, null));
        assertThat(origin("a.svg", "{{ 1 }}").kind()).isEqualTo("svg");
        assertThat(origin("a.css", "{{ 1 }}").kind()).isEqualTo("css");
        assertThat(origin("mail/a.tpl", "<br>{{ 1 }}").kind()).isEqualTo("html");
        assertThat(origin("mail/a.tpl", "{{ 1 }}").kind()).isEqualTo("tpl");
    }

    private static Origin origin(String name, String text) {
        return ((MarkedText) Folder.of(name, text).value(name)).origin();
    }

    /** [WEB-331], [WEB-332]. */
    @Test
    void markup() {
        assertThat(html("{{ <v> | raw }}", "<b>")).isEqualTo("<b>");
        assertThat(html("{{ <v> | escape }}", "<b>")).isEqualTo("&lt;b&gt;");
        assertThat(html("{{ <v> | escape | escape }}", "<b>")).isEqualTo("&lt;b&gt;");
        assertThat(html("{{ <v> | json }}", "<b>'")).isEqualTo("\"\\u003cb\\u003e\\u0027\"");
        assertThat(html("{{ <v> | markdown }}", "**x** <i>")).isEqualTo("<p><strong>x</strong> &lt;i&gt;</p>");
        assertThat(html("{{ <v> }}", MarkedText.of("<b>", Origin.HTML_TEMPLATE))).isEqualTo("<b>");
        assertThat(html("{{ <v> }}", MarkedText.of("<b>", new Origin("html", Origin.Maker.FILE, null)))).isEqualTo("&lt;b&gt;");
        assertThat(html("{{ <v> }}", MarkedText.of("<b>", new Origin("css", Origin.Maker.TEMPLATE, null)))).isEqualTo("&lt;b&gt;");
        assertThat(html("{{ <v> | upper }}", MarkedText.of("<b>", Origin.HTML_TEMPLATE))).isEqualTo("&lt;B&gt;");
        assertThat(html("{{ \"<i>\" }}", "")).isEqualTo("<i>");
        assertThat(html("{{ \"<b>\" ++ <v> ++ \"</b>\" }}", "<x>")).isEqualTo("<b>&lt;x&gt;</b>");
        assertThat(html("{{ <v> ++ <v> }}", "<x>")).isEqualTo("&lt;x&gt;&lt;x&gt;");
        assertThat(html("{{ \"<b>${<v>}</b>\" }}", "<x>")).isEqualTo("<b>&lt;x&gt;</b>");
        assertThat(html("{{ Print \"<b>${<v>}</b>\" to the <template>. }}", "<x>")).isEqualTo("<b>&lt;x&gt;</b>");
        assertThat(html("{{ Print <v> to the <template>. }}", "<x>")).isEqualTo("&lt;x&gt;");
        assertThat(html("{{ Create the <c> with \"<b>\". }}{{ <c> }}", "")).isEqualTo("<b>");
        assertThat(html("{{ <v> }}", ListValue.of("<a>"))).isEqualTo("[&quot;&lt;a&gt;&quot;]");
        assertThat(html("{{ match <v> { case \"<x>\" { Print \"same\" to the <template>. } } }}", "<x>")).isEqualTo("same");
    }

    /** [WEB-333]. */
    @Test
    void plainOutsideHtml() {
        assertThat(Folder.of("t.txt", "{{ <v> }}{{ \"<b>\" ++ <v> }}").bind("v", "<x>").text("t.txt")).isEqualTo("<x><b><x>");
        assertThat(Folder.of("t.js", "var x = {{ <v> | json }};").bind("v", "</script>").text("t.js"))
                .isEqualTo("var x = \"\\u003c/script\\u003e\";");
    }

    /** URLs that browsers would run. */
    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", " JaVaScRiPt:alert(1)", "java\nscript:alert(1)", "\u0001javascript:x", "vbscript:x",
        "java\tscript\t:x",
        "data:text/html,<script>", "data:text/html;base64,AAAA", "data:image/svg+xml,<svg>"})
    void scriptUrls(String url) {
        assertThat(html("<a href=\"{{ <v> }}\">", url)).isEqualTo("<a href=\"about:invalid\">");
        assertThat(html("<a href=' {{ <v> }}'>", url)).isEqualTo("<a href=' about:invalid'>");
        assertThat(html("<form action={{ <v> }}>", url)).isEqualTo("<form action=about&#58;invalid>");
        assertThat(html("<iframe src=\"{{ <v> }}\">", url)).isEqualTo("<iframe src=\"about:invalid\">");
    }

    @Test
    void otherUrlsStay() {
        for (String url : List.of("https://a.example/?x=1", "/a:b", "mailto:a@b", "#javascript:", "a/b?javascript:c",
                "data:image/png;base64,AA+/=",
                "tel:+1", "//host/x", "page")) {
            assertThat(html("<a href=\"{{ <v> }}\">", url)).isEqualTo("<a href=\"" + url + "\">");
        }
        assertThat(html("<a href=\"{{ <v> }}{{ <v> }}\">", "java:")).isEqualTo("<a href=\"java:java%3A\">");
        assertThat(html("<a href=\"java{{ <v> }}\">", "script:x")).isEqualTo("<a href=\"javascript%3Ax\">");
        assertThat(html("<a href=\"page-{{ <v> }}\">", "1:2")).isEqualTo("<a href=\"page-1:2\">");
        assertThat(html("<a href=\"javascript:f('{{ <v> }}')\">", "');x('"))
                .isEqualTo("<a href=\"javascript:f('%5Cu0027%29%3Bx%28%5Cu0027')\">");
        assertThat(html("<a href=\"{{ <v> }}://{{ <v> }}/\">", "http")).isEqualTo("<a href=\"http://http/\">");
    }

    /** Attributes without quotes. */
    @Test
    void unquoted() {
        assertThat(html("<p class={{ <v> }}>", "a b=c\"'>`/")).isEqualTo("<p class=a&#32;b&#61;c&#34;&#39;&#62;&#96;&#47;>");
        assertThat(html("<p class={{ <v> }} id=x>", "")).isEqualTo("<p class=&#32; id=x>");
        assertThat(html("<p class=a{{ <v> }}>{{ <v> }}", "<")).isEqualTo("<p class=a&#60;>&lt;");
    }

    /** Names of attributes. */
    @Test
    void names() {
        assertThat(html("<input {{ <v> }}>", "checked")).isEqualTo("<input checked>");
        assertThat(html("<input{{ <v> }}>", " checked disabled")).isEqualTo("<input checked disabled>");
        assertThat(html("<input {{ <v> }}>", "onclick=alert(1)")).isEqualTo("<input >");
        assertThat(html("<input {{ <v> }}=\"{{ <v> }}\">", "onclick")).isEqualTo("<input =\"onclick\">");
        assertThat(html("<h{{ <v> }}>", 1L)).isEqualTo("<h1>");
        assertThat(html("<{{ <v> }}>", "script")).isEqualTo("<>");
    }

    /** Scripts: a value is a literal, inside quotes it is text of the string. */
    @Test
    void scripts() {
        assertThat(html("<script>var x = {{ <v> }};</script>", "</script><script>")).isEqualTo(
                "<script>var x = \"\\u003c/script\\u003e\\u003cscript\\u003e\";</script>");
        assertThat(html("<script>var x = \"{{ <v> }}\";</script>", "\";alert(1)//\\\n")).isEqualTo(
                "<script>var x = \"\\u0022;alert(1)\\u002f\\u002f\\\\\\n\";</script>");
        assertThat(html("<script>x = '{{ <v> }}' + {{ <v> }}</script>{{ <v> }}", "'")).isEqualTo(
                "<script>x = '\\u0027' + \"\\u0027\"</script>&#39;");
        assertThat(html("<script>x = `a${ f({ a: {{ <v> }} }) }{{ <v> }}`</script>", "`${x}")).isEqualTo(
                "<script>x = `a${ f({ a: \"`${x}\" }) }\\u0060\\u0024{x}`</script>");
        assertThat(html("<script>/* {{ <v> }} */ // {{ <v> }}\nx = {{ <v> }}</script>", "*/\n1")).isEqualTo(
                "<script>/* \\u002a\\u002f\\u000a1 */ // \\u002a\\u002f\\u000a1\nx = \"*/\\n1\"</script>");
        assertThat(html("<script>x = /[\"/]'/.test({{ <v> }})</script>", "a")).isEqualTo("<script>x = /[\"/]'/.test(\"a\")</script>");
        assertThat(html("<script>x = a / {{ <v> }} / b; y = {{ <v> }}</script>", 2L)).isEqualTo("<script>x = a / 2 / b; y = 2</script>");
        assertThat(html("<script>x = {{ <v> }}</script>", ObjectValue.of("a", 1L))).isEqualTo("<script>x = {\"a\":1}</script>");
        assertThat(html("<script>x = {{ <v> | json }}</script>", "<")).isEqualTo("<script>x = \"\\u003c\"</script>");
        assertThat(html("<p onclick=\"f('{{ <v> }}', {{ <v> }})\">", "');x('\"")).isEqualTo(
                "<p onclick=\"f('\\u0027);x(\\u0027\\u0022', &quot;\\u0027);x(\\u0027\\&quot;&quot;)\">");
    }

    /** Style sheets. */
    @Test
    void styles() {
        assertThat(html("<style>a { color: {{ <v> }} }</style>{{ <v> }}", "#ff0 </style>")).isEqualTo(
                "<style>a { color: #ff0 \\3c \\2f style\\3e  }</style>#ff0 &lt;/style&gt;");
        assertThat(html("<p style=\"width: {{ <v> }}px\">", "1;background:url(x)")).isEqualTo(
                "<p style=\"width: 1\\3b background\\3a url\\28 x\\29 px\">");
    }

    @Test
    void documentsInAttributes() {
        assertThat(html("<iframe srcdoc=\"{{ <v> }}\">", "<b>")).isEqualTo("<iframe srcdoc=\"&amp;lt;b&amp;gt;\">");
    }

    /** What the place is may depend on which blocks are rendered. */
    @Test
    void placesAfterSections() {
        String template = "<p{{ when <on> { }} class=\"a\"{{ } }} title=\"{{ <v> }}\">{{ <v> }}";
        assertThat(html(template, "<")).isEqualTo("<p title=\"&lt;\">&lt;");
        assertThat(html("{{ when <on> { }}<script>{{ } }}{{ <v> }}", "alert(1)")).isEqualTo("alert&#40;1&#41;");
        assertThat(html("<ul>{{ for each <x> in [1, 2] { }}<li title=\"{{ <v> }}\">{{ } }}{{ <v> }}", "\"")).isEqualTo(
                "<ul><li title=\"&quot;\"><li title=\"&quot;\">&quot;");
    }

    /** A template that is included inside a script escapes for scripts. */
    @Test
    void includedPlaces() {
        assertThat(Folder.of("a.html", "<script>x = \"{{ Include the <template: b.txt>. }}\"</script>{{ Include the <template: b.txt>. }}")
                .with("b.txt", "{{ <v> }}")
                .bind("v", "\"<")
                .text("a.html")).isEqualTo("<script>x = \"\\u0022\\u003c\"</script>&quot;&lt;");
        assertThat(html("<script>x = {{ Print <v> to the <template>. }}</script>", 4L)).isEqualTo("<script>x = 4</script>");
        assertThat(html("<script>x = \"{{ Print <v> to the <template>. }}\"</script>", "\"")).isEqualTo("<script>x = \"\\u0022\"</script>");
    }

    /** Random text never yields markup, wherever it stands. */
    @Test
    void randomTextNeverBreaksOut() {
        Random random = new Random(42);
        String alphabet = "<>\"'&/\\`$={}()*;: \n\tab-!#x0\u2028";
        Folder folder = new Folder()
                .with("text.html", "[{{ <v> }}]")
                .with("attribute.html", "<p title=\"{{ <v> }}\">")
                .with("single.html", "<p title='{{ <v> }}'>")
                .with("unquoted.html", "<p title={{ <v> }}>")
                .with("name.html", "<p {{ <v> }}>")
                .with("string.html", "<script>\"{{ <v> }}\"</script>")
                .with("code.html", "<script>{{ <v> }}</script>")
                .with("handler.html", "<p onclick=\"'{{ <v> }}'\">")
                .with("style.html", "<style>{{ <v> }}</style>");
        CompiledTemplates templates = folder.templates();
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(12); k >= 0; k--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            folder.bind("v", text.toString());
            assertThat(inside(folder, templates, "text.html", "[", "]")).doesNotContainPattern("[<>\"']|&(?!(amp|lt|gt|quot|#39);)");
            assertThat(inside(folder, templates, "attribute.html", "<p title=\"", "\">")).doesNotContainPattern("[<>\"']");
            assertThat(inside(folder, templates, "single.html", "<p title='", "'>")).doesNotContainPattern("[<>\"']");
            assertThat(inside(folder, templates, "unquoted.html", "<p title=", ">")).doesNotContainPattern("[<>\"'`=\\s/]").isNotEmpty();
            assertThat(inside(folder, templates, "name.html", "<p ", ">")).doesNotContainPattern("[^a-zA-Z0-9_. -]");
            assertThat(inside(folder, templates, "string.html", "<script>\"", "\"</script>")).matches("([^\"'`<>\\n\\\\]|\\\\[\\\\nrtu])*");
            assertThat(inside(folder, templates, "code.html", "<script>", "</script>")).matches("\"([^\"<>'\\n\\\\]|\\\\.)*\"");
            assertThat(inside(folder, templates, "handler.html", "<p onclick=\"'", "'\">")).doesNotContainPattern("[\"'<>\n]");
            assertThat(inside(folder, templates, "style.html", "<style>", "</style>")).doesNotContainPattern("[<>{};:\"'/()]");
        }
    }

    private static String inside(Folder folder, CompiledTemplates templates, String path, String before, String after) {
        String text = Folder.textOf(folder.value(templates, path));
        assertThat(text).startsWith(before).endsWith(after);
        return text.substring(before.length(), text.length() - after.length());
    }
}
