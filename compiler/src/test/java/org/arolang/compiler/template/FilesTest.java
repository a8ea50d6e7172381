package org.arolang.compiler.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.arolang.runtime.template.ApplicationFiles;
import org.arolang.runtime.template.TemplateFiles;
import org.arolang.runtime.value.Binary;
import org.arolang.runtime.value.MarkedText;
import org.arolang.runtime.value.Origin;
import org.arolang.runtime.value.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which files templates are, and which are out of reach: [WEB-300], [WEB-302], [WEB-304], [WEB-307]. */
class FilesTest {

    @TempDir
    Path root;

    private static final String HASH = "3c94f5e099c778ac6e02ff81b4f6e72443b533f70a0f506800f36603240a117d";

    private CompiledTemplates templates;

    @BeforeEach
    void setUp() throws IOException {
        templates = new CompiledTemplates(new ApplicationFiles(root), Folder.actions());
        write("secret.txt", "secret");
        write("main.aro", "secret");
    }

    private Path write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Object value(String path) {
        return new Folder().value(templates, path);
    }

    private String text(String path) {
        return Folder.textOf(value(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "..", ".", "../main.aro", "static/../main.aro", "a/./b", "a//b", "a/", "a\\b", "C:/x", "c:", "a\nb",
        "a\0b",
        "static/..", "..\\main.aro", "\u007Fa"})
    void invalidPaths(String path) {
        assertThatThrownBy(() -> value(path)).hasMessage("Invalid template path: " + path);
        assertThat(templates.exists(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none.html", "a/none.html", "%2e%2e/main.aro", "...", "main.aro", "..%2Fmain.aro"})
    void notFound(String path) {
        assertThatThrownBy(() -> value(path)).hasMessage("Template not found: " + path);
        assertThat(templates.exists(path)).isFalse();
    }

    @Test
    void namesThatOnlyLookDangerous() throws IOException {
        write("templates/a..b.html", "1");
        write("templates/a%2Fb.html", "2");
        write("templates/mail/welcome-2.tpl", "3");
        assertThat(text("a..b.html") + text("a%2Fb.html") + text("/mail/welcome-2.tpl") + text("//mail/welcome-2.tpl")).isEqualTo("1233");
    }

    @Test
    void hiddenFilesFoldersAndOtherNames() throws IOException {
        write("templates/.secret", "x");
        write("templates/.git/config", "x");
        write("templates/folder/index.html", "x");
        for (String path : new String[]{".secret", ".git/config", "folder", "folder/Index.html", "Folder/index.html"}) {
            assertThatThrownBy(() -> value(path)).hasMessage("Template not found: " + path);
        }
    }

    @Test
    void linksStayInside() throws IOException {
        write("templates/real/a.html", "inside");
        Files.createSymbolicLink(root.resolve("templates/link.html"), Path.of("real/a.html"));
        Files.createSymbolicLink(root.resolve("templates/dir"), Path.of("real"));
        Files.createSymbolicLink(root.resolve("templates/out.txt"), root.resolve("secret.txt"));
        Files.createSymbolicLink(root.resolve("templates/up"), root);
        assertThat(text("link.html") + text("dir/a.html")).isEqualTo("insideinside");
        for (String path : new String[]{"out.txt", "up/secret.txt"}) {
            assertThatThrownBy(() -> value(path)).hasMessage("Template not found: " + path);
        }
    }

    /** [DEC-19]. */
    @Test
    void staticFilesInTheirTwoPlaces() throws IOException {
        write("static/a.css", "a {{");
        assertThat(text("static/a.css")).isEqualTo("a {{");
        assertThatThrownBy(() -> value("a.css")).hasMessage("Template not found: a.css");
        write("templates/static/a.css", "b");
        pause();
        assertThat(text("static/a.css")).isEqualTo("b");
    }

    /** [WEB-2], [WEB-157]. */
    @Test
    void originOfStaticFiles() throws IOException {
        Path file = write("templates/static/style.css", "b { }\r\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2031-04-05T06:07:08Z")));
        MarkedText css = (MarkedText) value("static/style.css");
        assertThat(css.origin().kind()).isEqualTo("css");
        assertThat(css.origin().maker()).isEqualTo(Origin.Maker.TEMPLATE);
        assertThat(css.origin().file()).isEqualTo(new Origin.FileFacts(
                file.toRealPath(), 7, Instant.parse("2031-04-05T06:07:08Z"),
                HASH));
        write("templates/page.html", "<p>");
        assertThat(((MarkedText) value("page.html")).origin().file()).isNotNull();
        assertThat(value("page.html")).isSameAs(value("page.html"));
        write("templates/mail.tpl", "<p>");
        assertThat(((MarkedText) value("mail.tpl")).origin().kind()).isEqualTo("html");
        write("templates/page2.html", "<p>{{ }}");
        assertThat(((MarkedText) value("page2.html")).origin().file()).isNull();
    }

    /** [WEB-304]. */
    @Test
    void binaryKinds() throws IOException {
        byte[] bytes = {(byte) 0x89, 'P', 'N', 'G', '{', '{', (byte) 0xFF};
        write("templates/static/a.png", "");
        Files.write(root.resolve("templates/static/a.png"), bytes);
        Files.write(root.resolve("templates/unknown.bin"), new byte[]{(byte) 0xFF, 1});
        Binary png = (Binary) value("static/a.png");
        assertThat(png.bytes()).isEqualTo(bytes);
        assertThat(png.origin().kind()).isEqualTo("png");
        assertThat(value("unknown.bin")).isInstanceOf(Binary.class);
        write("static/text.unknown", "abc");
        assertThat(Text.isText(value("static/text.unknown"))).isTrue();
    }

    /** [WEB-300]. */
    @Test
    void changedFilesAreReadAgain() throws IOException {
        write("templates/a.html", "one {{ 1 }}");
        assertThat(text("a.html")).isEqualTo("one 1");
        write("templates/a.html", "three {{ 3 }}");
        pause();
        assertThat(text("a.html")).isEqualTo("three 3");
        write("templates/a.html", "{{ } }}");
        pause();
        assertThatThrownBy(() -> value("a.html")).hasMessageStartingWith("Template parse error in a.html");
        Files.delete(root.resolve("templates/a.html"));
        pause();
        assertThatThrownBy(() -> value("a.html")).hasMessage("Template not found: a.html");
    }

    /** A file counts as unchanged for a fifth of a millisecond after it was looked at. */
    private static void pause() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** [TOOL-322]. */
    @Test
    void embeddedFilesBeforeTheFolder() throws IOException {
        write("templates/a.html", "folder");
        write("templates/b.html", "folder");
        Folder folder = Folder.of("a.html", "embedded").with("/static/s.css", "embedded");
        TemplateFiles files = TemplateFiles.layered(folder.files(), new ApplicationFiles(root));
        assertThat(Folder.rendered(files, "a.html")).hasToString("embedded");
        assertThat(Folder.rendered(files, "b.html")).hasToString("folder");
        assertThat(Folder.rendered(files, "static/s.css")).hasToString("embedded");
        assertThat(files.templates()).containsExactly("a.html", "b.html");
        MarkedText css = (MarkedText) Folder.rendered(files, "static/s.css");
        assertThat(css.origin().file().changed()).isEqualTo(Folder.CHANGED);
    }
}
