package org.arolang.io.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.arolang.runtime.Failure;
import org.arolang.runtime.value.Json;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.Null;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.StreamValue;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** CSV and TSV. */
class TablesTest {

    private static String read(FileFormat format, String text, Object... options) throws MalformedText {
        return Json.text(FormatReader.read(format, text, FormatOptions.of(ObjectValue.of(options)), line -> {}));
    }

    private static String csv(String text, Object... options) throws MalformedText {
        return read(FileFormat.CSV, text, options);
    }

    private static String written(Object value, Object... options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FormatWriter(FormatChoice.BY_NAME, FileFormat.CSV, "data", FormatOptions.of(ObjectValue.of(options))).write(value, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** [IO-68] */
    @Test
    void theFirstLineTellsTheDelimiter() throws MalformedText {
        assertThat(csv("a;b\n1,5;2")).isEqualTo("[{\"a\":\"1,5\",\"b\":2}]");
        assertThat(csv("a\tb\n1\t2")).isEqualTo("[{\"a\":1,\"b\":2}]");
        assertThat(csv("\"x;y;z\",b\n1,2")).isEqualTo("[{\"b\":2,\"x;y;z\":1}]");
        assertThat(csv("a\n1,2;3")).as("none occurs: a line is a field").isEqualTo("[{\"a\":\"1,2;3\"}]");
        assertThat(csv("a,b;c\n1,2;3")).as("ties go to the comma").isEqualTo("[{\"a\":1,\"b;c\":\"2;3\"}]");
        assertThat(read(FileFormat.TSV, "a,b\tc\n1\t2")).isEqualTo("[{\"a,b\":1,\"c\":2}]");
        assertThat(csv("a|b\n1|2", "delimiter", "|")).isEqualTo("[{\"a\":1,\"b\":2}]");
    }

    /** [IO-69] [IO-54] */
    @Test
    void fieldsAreTrimmedUnlessQuoted() throws MalformedText {
        assertThat(csv("a,b,c\n 1 , \" x \" ,\"2\"\n")).isEqualTo("[{\"a\":1,\"b\":\" x \",\"c\":2}]");
        assertThat(csv("a\n\"say \"\"x\"\"\"\n")).isEqualTo("[{\"a\":\"say \\\"x\\\"\"}]");
        assertThat(csv("a,b\n'x,y',2\n", "quote", "'")).isEqualTo("[{\"a\":\"x,y\",\"b\":2}]");
        assertThat(csv("a,b\r\n\"x\r\ny\",TRUE\r1,false")).isEqualTo("[{\"a\":\"x\\r\\ny\",\"b\":true},{\"a\":1,\"b\":false}]");
    }

    /** [IO-69] */
    @Test
    void rowsNeedNotBeComplete() throws MalformedText {
        assertThat(csv("a,b\n1\n\n   \n2,3,4\n,\n")).isEqualTo("[{\"a\":1},{\"a\":2,\"b\":3},{\"a\":\"\",\"b\":\"\"}]");
        assertThat(csv("a.x,b\n")).isEqualTo("[]");
        assertThat(csv("  \n")).isEqualTo("[]");
        assertThat(csv("Key,VALUE\nhost,h1\nport,80\n")).isEqualTo("{\"host\":\"h1\",\"port\":80}");
        assertThat(csv("1,Ann\n2,Bo", "header", false)).isEqualTo("[[1,\"Ann\"],[2,\"Bo\"]]");
        assertThat(csv("\uFEFFa\n1")).isEqualTo("[{\"a\":1}]");
    }

    /** A row that is larger than the blocks in which the text is read. */
    @Test
    void rowsMayBeLong() throws MalformedText {
        String cell = "ä\"\",".repeat(20_000);
        assertThat(csv("a,b\n\"" + cell + "\"," + "z".repeat(50_000) + "\n1,2"))
                .isEqualTo("[{\"a\":" + Json.text("ä\",".repeat(20_000)) + ",\"b\":\"" + "z".repeat(50_000) + "\"},{\"a\":1,\"b\":2}]");
    }

    /** [IO-67] [IO-10] */
    @Test
    void whatIsWritten() throws IOException {
        ObjectValue row = ObjectValue.of("b", ListValue.of(1L, "x"), "a", Null.NULL, "c", 5.0);
        assertThat(written(ListValue.of(row, ObjectValue.of("d", " e ")))).isEqualTo("a,b,c,d\n,\"[1,\"\"x\"\"]\",5.0,\n,,,\" e \"");
        assertThat(written(ListValue.of(ListValue.of(1L, "a\nb"), ListValue.of(true)))).isEqualTo("1,\"a\nb\"\ntrue");
        assertThat(written(ListValue.of("a", 2L))).isEqualTo("a\n2");
        assertThat(written(ObjectValue.of("k", 1L), "header", false)).isEqualTo("k,1");
        assertThat(written("already;made")).as("[IO-53]").isEqualTo("already;made");
        assertThat(written(new StreamValue(() -> ListValue.of(row).iterator()))).isEqualTo("a,b,c\n,\"[1,\"\"x\"\"]\",5.0");
        assertThatThrownBy(() -> written(ListValue.of(row, 1L))).isInstanceOf(Unwritable.class).hasMessage("row 2 is not a map");
    }

    /** [IO-66] [IO-7] */
    @Test
    void optionsOfTheWrongKind() {
        assertThatThrownBy(() -> written(1L, "delimiter", "ab")).isInstanceOf(Failure.class).hasMessage("Invalid value 'ab' for delimiter");
        assertThatThrownBy(() -> written(1L, "quote", "")).hasMessage("Invalid value '' for quote");
        assertThatThrownBy(() -> written(1L, "header", "no")).hasMessage("Invalid value 'no' for header");
        assertThatThrownBy(() -> written(1L, "encoding", "EBCDIC")).hasMessage("Invalid value 'EBCDIC' for encoding. Valid values: UTF-8, "
                + "UTF-16, UTF-16LE, UTF-16BE, ISO-8859-1, windows-1252, US-ASCII");
    }
}
