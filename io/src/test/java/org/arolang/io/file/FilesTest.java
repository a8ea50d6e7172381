package org.arolang.io.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.arolang.io.format.FormatChoice;
import org.arolang.io.format.FormatOptions;
import org.arolang.io.path.FileFailure;
import org.arolang.io.path.FilePath;
import org.arolang.runtime.Failure;
import org.arolang.runtime.execution.Application;
import org.arolang.runtime.execution.Console;
import org.arolang.runtime.execution.Options;
import org.arolang.runtime.value.Binary;
import org.arolang.runtime.value.Json;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.MarkedText;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.Origin;
import org.arolang.runtime.value.StreamValue;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What happens to files. */
class FilesTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream error = new ByteArrayOutputStream();
    private final Application application = Application.builder(Options.of(Path.of(".")))
            .console(new Console(new ByteArrayOutputStream(), error)).build();

    private FilePath path(String given) {
        return new FilePath(given, folder.resolve(given));
    }

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Object read(String name, FormatChoice choice, long largest) {
        return new FileReading(path(name), choice, FormatOptions.DEFAULT, application.diagnostics()).read(largest);
    }

    private long count() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    /** [WEB-2] */
    @Test
    void textsAndBytesKnowTheirFile() throws IOException {
        Path file = file("page.HTML", "<p>é</p>");
        assertThat(read("page.HTML", FormatChoice.BY_NAME, 100)).isInstanceOfSatisfying(MarkedText.class, text -> {
            assertThat(text.text()).isEqualTo("<p>é</p>");
            assertThat(text.origin().kind()).isEqualTo("html");
            assertThat(text.origin().maker()).isEqualTo(Origin.Maker.FILE);
            assertThat(text.origin().file()).extracting(Origin.FileFacts::path, Origin.FileFacts::size).containsExactly(file, 9L);
        });
        Files.write(folder.resolve("x.png"), new byte[]{0, (byte) 0xFF});
        assertThat(read("x.png", FormatChoice.BY_NAME, 100))
                .isInstanceOfSatisfying(Binary.class, bytes -> assertThat(bytes.origin()).extracting(Origin::kind).isEqualTo("png"));
    }

    /** [IO-84] [VAL-9] A large file of records is the same list, and stays what it was when it was read. */
    @Test
    void largeFilesAreReadWhileTheyAreUsed() throws IOException {
        file("l.jsonl", "1\noops\n{\"a\":2}\n");
        file("t.csv", "a;b\n1;x\n2;y\n");
        file("o.csv", "key,value\nx,1\n");
        Object lines = read("l.jsonl", FormatChoice.BY_NAME, 0);
        Object rows = read("t.csv", FormatChoice.BY_NAME, 0);
        assertThat(lines).isInstanceOf(StreamValue.class);
        assertThat(rows).isInstanceOf(StreamValue.class);
        AtomicFile.replace(folder.resolve("l.jsonl"), null, out -> out.write('9'));
        Files.delete(folder.resolve("t.csv"));
        for (int i = 0; i < 2; i++) {
            assertThat(Json.text(lines)).isEqualTo("[1,{\"a\":2}]");
            assertThat(Json.text(rows)).isEqualTo("[{\"a\":1,\"b\":\"x\"},{\"a\":2,\"b\":\"y\"}]");
        }
        assertThat(((ListValue) rows).size()).isEqualTo(2);
        assertThat(Json.text(read("o.csv", FormatChoice.BY_NAME, 0))).isEqualTo("{\"x\":1}");
        assertThat(error.toString(StandardCharsets.UTF_8)).as("[IO-58]").isEqualTo("[WARN] l.jsonl: line 2 is not valid JSON, skipped\n");
    }

    /** [VAL-10] [IO-23] */
    @Test
    void aLazyFileFailsWhereItIsUsed() throws IOException {
        Files.write(folder.resolve("t.csv"), new byte[]{'a', '\n', '1', '\n', (byte) 0xFF, '\n'});
        assertThatThrownBy(() -> read("t.csv", FormatChoice.BY_NAME, 100)).hasMessage("Error reading t.csv: not valid UTF-8 text");
        assertThatThrownBy(() -> Json.text(read("t.csv", FormatChoice.BY_NAME, 0)))
                .isInstanceOf(Failure.class)
                .hasMessage("Error reading t.csv: not valid UTF-8 text");
    }

    /** [IO-17] [IO-26] */
    @Test
    void whatCannotBeRead() throws IOException {
        Files.createDirectory(folder.resolve("box"));
        assertThatThrownBy(() -> read("box", FormatChoice.BY_NAME, 0)).hasMessage("Error reading box: is a directory");
        assertThatThrownBy(() -> read("none", FormatChoice.BY_NAME, 0)).hasMessage("File not found: none");
        file("x.yaml", "a: [");
        assertThatThrownBy(() -> read("x.yaml", FormatChoice.BY_NAME, 0))
                .hasMessageStartingWith("Error reading x.yaml: invalid YAML at line 1");
    }

    /** [IO-28] */
    @Test
    void aFileIsReplacedAsAWhole() throws IOException {
        Path file = file("a.txt", "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("a.txt"));
        assertThatThrownBy(() -> AtomicFile.replace(link, null, out -> {
            out.write('n');
            throw new IOException("full");
        })).hasMessage("full");
        assertThat(file).hasContent("old");
        AtomicFile.replace(link, null, out -> out.write('n'));
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-r-----");
        assertThat(count()).as("nothing else is left").isEqualTo(2);
        AtomicFile.replace(Path.of("/dev/null"), null, out -> out.write('n'));
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    /** [IO-47] [IO-48] */
    @Test
    void copying() throws IOException {
        Path script = file("src/in/run.sh", "x");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-x---"));
        Files.createSymbolicLink(folder.resolve("src/link"), Path.of("in"));
        Transfer.copy(path("src"), path("a/b"));
        Path copy = folder.resolve("a/b/in/run.sh");
        assertThat(copy).hasContent("x");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy))).isEqualTo("rwxr-x---");
        assertThat(folder.resolve("a/b/link")).isSymbolicLink();
        file("a/b/old.txt", "old");
        Transfer.copy(path("src"), path("a/b"));
        assertThat(folder.resolve("a/b/old.txt")).as("the whole tree is replaced").doesNotExist();
        Transfer.copy(path("src/in/run.sh"), path("plain"));
        assertThat(folder.resolve("plain")).hasContent("x");
        Transfer.copy(path("src/in/run.sh"), path("src/../src/in/run.sh"));
        assertThat(script).hasContent("x");
        assertReason(() -> Transfer.copy(path("plain"), path("src")), "destination is a directory");
        assertReason(() -> Transfer.copy(path("src"), path("plain")), "destination is not a directory");
        assertReason(() -> Transfer.copy(path("src"), path("src/in/new")), "destination is inside the source");
        assertThatThrownBy(() -> Transfer.copy(path("none"), path("x"))).hasMessage("File not found: none");
        assertThat(count()).isEqualTo(3);
    }

    /** [IO-47] [IO-48] */
    @Test
    void moving() throws IOException {
        file("src/in/x.txt", "x");
        file("old/y.txt", "y");
        Transfer.move(path("src"), path("old"));
        assertThat(folder.resolve("src")).doesNotExist();
        assertThat(folder.resolve("old/y.txt")).doesNotExist();
        assertThat(folder.resolve("old/in/x.txt")).hasContent("x");
        file("z.txt", "z");
        Transfer.move(path("z.txt"), path("old/in/x.txt"));
        assertThat(folder.resolve("old/in/x.txt")).hasContent("z");
        Transfer.move(path("old"), path("./old"));
        assertReason(() -> Transfer.move(path("old"), path("old/in/new")), "destination is inside the source");
        assertThat(folder.resolve("old/in/x.txt")).hasContent("z");
        assertThat(count()).isEqualTo(1);
    }

    private static void assertReason(ThrowingCallable action, String reason) {
        assertThatThrownBy(action).isInstanceOfSatisfying(
                IOException.class,
                problem -> assertThat(FileFailure.reason(problem)).isEqualTo(reason));
    }

    /** [IO-49] Links are removed, never followed. */
    @Test
    void removing() throws IOException {
        Path kept = file("kept/x.txt", "x");
        Files.createDirectories(folder.resolve("box"));
        Files.createSymbolicLink(folder.resolve("box/link"), folder.resolve("kept"));
        FileTree.remove(folder.resolve("box"));
        assertThat(folder.resolve("box")).doesNotExist();
        assertThat(kept).hasContent("x");
    }

    /** [IO-36] [IO-39] [IO-42] */
    @Test
    void facts() throws IOException {
        Path file = file("box/a.txt", "12345");
        Path link = Files.createSymbolicLink(folder.resolve("box/link"), folder.resolve("box"));
        ObjectValue facts = FileFacts.all(file);
        assertThat(facts.keys()).containsExactly(
                "created", "group", "isDirectory", "isFile", "modified", "name", "owner", "path", "permissions", "size");
        assertThat(facts.get("size")).isEqualTo(5L);
        assertThat(FileFacts.entry(link, FileFacts.own(link)).get("isFile")).as("a link is listed as a file").isEqualTo(true);
    }

    /** [IO-43] */
    @Test
    void patterns() {
        assertThat(NamePattern.of("*.ARO").matches("x.aro")).isTrue();
        assertThat(NamePattern.of("a?c").matches("aéC")).isTrue();
        assertThat(NamePattern.of("[a-c]x[!1]").matches("bx!")).isTrue();
        assertThat(NamePattern.of("[a-c]x").matches("dx")).isFalse();
        assertThat(NamePattern.of("a.b+(c)^$|{}\\").matches("a.b+(c)^$|{}\\")).isTrue();
        assertThat(NamePattern.of("a.b").matches("axb")).isFalse();
        assertThat(NamePattern.of("[x").matches("[x")).isTrue();
    }
}
