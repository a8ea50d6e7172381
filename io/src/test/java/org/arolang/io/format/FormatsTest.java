package org.arolang.io.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.arolang.runtime.value.Binary;
import org.arolang.runtime.value.Json;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.Null;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.StreamValue;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The formats besides tables. */
class FormatsTest {

    private static String read(FileFormat format, String text) throws MalformedText {
        return Json.text(FormatReader.read(format, text, FormatOptions.DEFAULT, line -> {}));
    }

    private static String malformed(FileFormat format, String text) {
        try {
            return read(format, text);
        } catch (MalformedText malformed) {
            return malformed.text();
        }
    }

    private static String written(FileFormat format, Object value) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FormatWriter(FormatChoice.BY_NAME, format, "ship list", FormatOptions.DEFAULT).write(value, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** [IO-50] [IO-51] [IO-22] */
    @Test
    void whatDecidesTheFormat() {
        assertThat(FileFormat.ofFile("a/b.x/C.JSONL")).isEqualTo(FileFormat.JSON_LINES);
        assertThat(FileFormat.ofFile("a.json/b")).isEqualTo(FileFormat.BINARY);
        assertThat(FileFormat.ofFile(".env")).isEqualTo(FileFormat.ENVIRONMENT);
        assertThat(FileFormat.ofFile("x/prod.env")).isEqualTo(FileFormat.ENVIRONMENT);
        assertThat(FileFormat.ofFile("a.text")).as("a qualifier, no extension").isEqualTo(FileFormat.BINARY);
        assertThat(FormatChoice.of(List.of("first", "YAML", "csv"))).isEqualTo(new FormatChoice(FormatChoice.Mode.PARSED, FileFormat.YAML));
        assertThat(FormatChoice.of(List.of("csv", "String")).mode()).isEqualTo(FormatChoice.Mode.RAW);
        assertThat(FormatChoice.of(List.of("name"))).isEqualTo(FormatChoice.BY_NAME);
    }

    /** [IO-54] */
    @Test
    void whatTextsMean() {
        Map<String, Object> meanings = Map.ofEntries(
                Map.entry("0", 0L), Map.entry("-12", -12L), Map.entry("9223372036854775807", Long.MAX_VALUE), Map.entry("0.5", 0.5),
                Map.entry("-1.50", -1.5), Map.entry("1e3", 1000.0), Map.entry("2.5E-1", 0.25), Map.entry("TRUE", true),
                Map.entry(" false ", false));
        meanings.forEach((text, value) -> assertThat(Scalars.ofCell(text)).as(text).isEqualTo(value));
        for (String text : List.of("007", "+49", "1_000", "nan", "123456789012345678901234567890", "00.5", ".5", "5.", "1e", "-", "1e999",
                "1 2")) {
            assertThat(Scalars.ofCell(text)).isEqualTo(text);
        }
        assertThat(Scalars.ofText("True")).isEqualTo("True");
    }

    /** [IO-24] */
    @Test
    void emptyFiles() throws MalformedText {
        assertThat(read(FileFormat.JSON, " \n")).isEqualTo("\"\"");
        assertThat(read(FileFormat.XML, "")).isEqualTo("\"\"");
        assertThat(read(FileFormat.YAML, "")).isEqualTo("null");
        for (FileFormat format : List.of(FileFormat.TEXT, FileFormat.ENVIRONMENT, FileFormat.TOML)) {
            assertThat(read(format, "\n")).isEqualTo("{}");
        }
        for (FileFormat format : List.of(FileFormat.JSON_LINES, FileFormat.CSV, FileFormat.TSV)) {
            assertThat(read(format, "\n")).isEqualTo("[]");
        }
    }

    /** [IO-58] [IO-52] */
    @Test
    void linesOfJson() throws MalformedText {
        List<Integer> complaints = new ArrayList<>();
        Object list = FormatReader.read(FileFormat.JSON_LINES, "1\r\n\n{\"a\":\r[2]\roops\n", FormatOptions.DEFAULT, complaints::add);
        assertThat(Json.text(list)).isEqualTo("[1,[2]]");
        assertThat(complaints).containsExactly(3, 5);
    }

    /** [IO-74] [IO-75] */
    @Test
    void keyValueText() throws MalformedText, IOException {
        assertThat(read(FileFormat.TEXT, "a.b = 1\na.c=x=y\r\nnonsense\na.b.d=true"))
                .isEqualTo("{\"a\":{\"b\":{\"d\":true},\"c\":\"x=y\"}}");
        assertThat(read(FileFormat.TEXT, "no pairs here")).isEqualTo("\"no pairs here\"");
        assertThat(written(FileFormat.TEXT, ListValue.of(1L, ObjectValue.of("k", ListValue.of(2L), "n", Null.NULL))))
                .isEqualTo("[0]=1\n[1].k=[2]\n[1].n=");
        assertThat(written(FileFormat.TEXT, 5.0)).isEqualTo("5.0");
    }

    /** [IO-76] [IO-77] */
    @Test
    void environmentFiles() throws MalformedText, IOException {
        assertThat(read(FileFormat.ENVIRONMENT, "# c\nexport A=1\n B = \"x\\n\\\"y\\\"\" \nC='a\\n'\nD=True\nnothing\nE=a=b\nF=\"\n"))
                .isEqualTo("{\"A\":1,\"B\":\"x\\n\\\"y\\\"\",\"C\":\"a\\\\n\",\"D\":true,\"E\":\"a=b\",\"F\":\"\\\"\"}");
        assertThat(written(FileFormat.ENVIRONMENT, ObjectValue.of("b", ListValue.of("x y", " z"), "apiKey", "q\"", "n", Null.NULL)))
                .isEqualTo("APIKEY=\"q\\\"\"\nB_0=x y\nB_1=\" z\"\nN=");
    }

    /** [IO-60] A string that ends in a line end reads back as it was. */
    @Test
    void yamlKeepsTheLastLineEnd() throws MalformedText, IOException {
        ObjectValue value = ObjectValue.of("a", "x\n");
        assertThat(read(FileFormat.YAML, written(FileFormat.YAML, value))).isEqualTo(Json.text(value));
        assertThat(written(FileFormat.YAML, "a: b")).isEqualTo("\"a: b\"");
    }

    /** [DATA-283] */
    @Test
    void lazyListsAreWrittenAsLists() throws IOException {
        ListValue list = ListValue.of(ObjectValue.of("a", ListValue.of("x\ny", ListValue.EMPTY)), 2L);
        StreamValue lazy = new StreamValue(list::iterator);
        assertThat(written(FileFormat.JSON, lazy)).isEqualTo(Json.pretty(list));
        assertThat(written(FileFormat.JSON_LINES, lazy)).isEqualTo("{\"a\":[\"x\\ny\",[]]}\n2");
        assertThat(written(FileFormat.JSON, new StreamValue(ListValue.EMPTY::iterator))).isEqualTo("[]");
    }

    /** [IO-62] [IO-63] */
    @Test
    void xml() throws MalformedText, IOException {
        String text = written(FileFormat.XML, ObjectValue.of("1st", ListValue.of(1L, ObjectValue.EMPTY), "a b", "<&'\">"));
        assertThat(text).isEqualTo("""
            <?xml version="1.0" encoding="UTF-8"?>
            <ship_list>
              <_1st>
                <item>1</item>
                <item>
                </item>
              </_1st>
              <a_b>&lt;&amp;&apos;&quot;&gt;</a_b>
            </ship_list>""");
        assertThat(read(FileFormat.XML, text)).isEqualTo("{\"_1st\":[1,\"\"],\"a_b\":\"<&'\\\">\"}");
        assertThat(read(FileFormat.XML, "<!DOCTYPE r [<!ENTITY e \"x>\">]><!-- c --><r a='1'>t<b/><b>2</b><![CDATA[ <u> ]]></r>"))
                .isEqualTo("{\"#text\":\"t <u>\",\"@a\":1,\"b\":[\"\",2]}");
        assertThat(malformed(FileFormat.XML, "<r>\n<a></b></r>")).startsWith("invalid XML at line 2, column 7: expected '</a>'");
        assertThat(malformed(FileFormat.XML, "<r>&e;</r>")).contains("unknown entity '&e;'");
        assertThat(malformed(FileFormat.XML, "<r/>x")).contains("text after the root element");
        assertThat(malformed(FileFormat.XML, "<a>".repeat(1000))).contains("nested too deeply");
    }

    /** [IO-64] [IO-65] */
    @Test
    void toml() throws MalformedText, IOException {
        assertThat(written(FileFormat.TOML, ObjectValue.of(
                "a b", ObjectValue.of("x", 1L, "y", ObjectValue.of("z", true)), "l", ListValue.of(1L, "q\"\n"), "n", Null.NULL, "f", 5.0)))
                .isEqualTo("\"a b\" = { x = 1, y = { z = true } }\nf = 5.0\nl = [1, \"q\\\"\\n\"]");
        assertThat(written(FileFormat.TOML, ListValue.of(ObjectValue.of("a", 1L), ObjectValue.of("a", 2L))))
                .isEqualTo("[[\"ship list\"]]\na = 1\n\n[[\"ship list\"]]\na = 2");
        assertThatThrownBy(() -> written(FileFormat.TOML, ListValue.of(1L))).hasMessage("TOML needs a map or a list of maps");
        assertThat(read(FileFormat.TOML, """
            # comment
            title = "T\\u00e9" # more
            nums = [ 1_000, 0xFF, -2.5e1, # inside
              +3, ]
            'lit key'."b" = '''
            raw\\n'''
            day = 2025-06-15 10:00:00
            multi = \"""\\
               one \\
               two""\"""

            [owner]
            name = 'x'
            [owner.more]
            flag = true
            [[item]]
            n = 1
            [item.sub]
            k = {a = 1, b.c = 2}
            [[item]]
            n = 2
            """)).isEqualTo("{\"day\":\"2025-06-15 10:00:00\",\"item\":[{\"n\":1,\"sub\":{\"k\":{\"a\":1,\"b\":{\"c\":2}}}},{\"n\":2}],"
                + "\"lit key\":{\"b\":\"raw\\\\n\"},\"multi\":\"one two\\\"\\\"\",\"nums\":[1000,255,-25,3],"
                + "\"owner\":{\"more\":{\"flag\":true},\"name\":\"x\"},\"title\":\"Té\"}");
        assertThat(read(FileFormat.TOML, "[[ships]]\na = 1\n[[ships]]\na = 2")).isEqualTo("[{\"a\":1},{\"a\":2}]");
        assertThat(malformed(FileFormat.TOML, "a = 1\na = 2")).isEqualTo("invalid TOML at line 2, column 6: key 'a' stands twice");
        assertThat(malformed(FileFormat.TOML, "a = oops")).contains("'oops' is no value");
        assertThat(malformed(FileFormat.TOML, "[t]\n[t]")).contains("table 't' stands twice");
    }

    /** [IO-70] [IO-71] [IO-72] */
    @Test
    void documents() throws IOException {
        assertThat(written(FileFormat.MARKDOWN, ObjectValue.of("a|b", "x\ny")))
                .isEqualTo("| Key | Value |\n|-----|-------|\n| a\\|b | x y |");
        assertThat(written(FileFormat.MARKDOWN, ListValue.of("a", 2L))).isEqualTo("- a\n- 2");
        assertThat(written(FileFormat.HTML, ListValue.of("a<b"))).isEqualTo("<ul>\n  <li>a&lt;b</li>\n</ul>");
        assertThat(written(FileFormat.SQL, ListValue.of(ObjectValue.of("a b", Null.NULL, "c", ListValue.of(1L)), 5L)))
                .isEqualTo("INSERT INTO \"ship list\" (\"a b\", c) VALUES (NULL, '[1]');\n-- Cannot serialize non-object value to SQL");
    }

    /** [IO-11] */
    @Test
    void bytesWhereTextIsNeeded() {
        assertThat(FileText.of(Binary.of("é".getBytes(StandardCharsets.UTF_8)))).isEqualTo("é");
        String dump = FileText.of(Binary.of(new byte[]{0, (byte) 0xFF, 'A'}));
        assertThat(dump).isEqualTo("Binary file  (3 bytes)\n\n00000000  00 ff 41" + " ".repeat(40) + "  |..A|");
        byte[] many = new byte[5000];
        many[0] = (byte) 0xFF;
        assertThat(FileText.of(Binary.of(many))).contains("\n00000ff0  00").endsWith("\n... (904 bytes not shown)");
    }
}
