package org.arolang.runtime.repository;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.arolang.runtime.execution.Options;
import org.arolang.runtime.execution.TestApplication;
import org.arolang.runtime.value.ObjectValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StoreFilesTest {

    @TempDir
    Path root;

    private TestApplication test;

    private Repositories seed() throws StoreFiles.Invalid {
        test = new TestApplication(Options.of(root));
        test.with("Watch", "cities-repository Observer", _ -> test.log("never"));
        test.application.repositories().seed(StoreFiles.read(root, Map.of()));
        test.install();
        return test.application.repositories();
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(root.resolve(name), content);
    }

    /** [APP-128] to [APP-130], C42. */
    @Test
    void seeds() throws Exception {
        write("cities.store", "# seeds\n- id: c1\n  name: Rome\n- id: c2\n  name: Oslo\n- name: Bern\n- name: Bern\n  n: 2\n");
        write("one.store", "id: x\n");
        write("none.store", "\n");
        write(".hidden.store", "- [");
        Repositories repositories = seed();
        assertThat(repositories.named("cities-repository").count()).isEqualTo(3);
        assertThat(repositories.named("one-repository").snapshot().get(0)).isEqualTo(ObjectValue.of("id", "x"));
        assertThat(repositories.named("none-repository").count()).isZero();
        assertThat(test.out()).isEmpty();
    }

    /** [APP-129]. */
    @Test
    void rejectsWhatIsNoStore() throws Exception {
        write("bad.store", "- id: 1\n- 5\n");
        assertThatThrownBy(this::seed).hasMessage("Invalid store file bad.store: element 2 is not an object");
        write("bad.store", "5\n");
        assertThatThrownBy(this::seed).hasMessage("Invalid store file bad.store: expected a list of objects or one object");
        write("bad.store", "- [1\n");
        assertThatThrownBy(this::seed).hasMessageStartingWith("Invalid store file bad.store: invalid YAML at line ");
        Files.write(root.resolve("bad.store"), new byte[]{(byte) 0xFF});
        assertThatThrownBy(this::seed).hasMessage("Invalid store file bad.store: invalid UTF-8");
    }

    /** [APP-131] to [APP-133], C43. */
    @Test
    void writesBackWhatOthersMayWrite() throws Exception {
        Path file = root.resolve("cities.store");
        write("cities.store", "- id: c1\n  name: Rome\n- id: c2\n  name: Oslo\n");
        write("cities.store.tmp", "left over");
        write("fixed.store", "- id: f\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--rw-"));
        Files.setPosixFilePermissions(root.resolve("fixed.store"), PosixFilePermissions.fromString("rw-r--r--"));
        Repositories repositories = seed();
        assertThat(root.resolve("cities.store.tmp")).doesNotExist();
        repositories.named("cities-repository").store(ObjectValue.of("id", "c3", "name", "Bern"), null);
        repositories.named("fixed-repository").store(ObjectValue.of("id", "g"), null);
        repositories.flush();
        assertThat(Files.readString(file)).isEqualTo("- id: c1\n  name: Rome\n- id: c2\n  name: Oslo\n- id: c3\n  name: Bern\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-r--rw-");
        assertThat(root.resolve("cities.store.tmp")).doesNotExist();
        assertThat(Files.readString(root.resolve("fixed.store"))).isEqualTo("- id: f\n");
    }

    /** [APP-132]: written one second after the last change without being asked. */
    @Test
    void writesBackByItself() throws Exception {
        write("cities.store", "[]\n");
        Files.setPosixFilePermissions(root.resolve("cities.store"), PosixFilePermissions.fromString("rw-r--rw-"));
        seed().named("cities-repository").store(ObjectValue.of("id", "c3"), null);
        long end = System.nanoTime() + 5_000_000_000L;
        while (!Files.readString(root.resolve("cities.store")).equals("- id: c3\n") && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(Files.readString(root.resolve("cities.store"))).isEqualTo("- id: c3\n");
    }

    /** [APP-131]: an embedded store is a seed; a file in the directory takes its place. */
    @Test
    void readsEmbeddedStores() throws Exception {
        write("a.store", "- id: file\n");
        StoreFiles files = StoreFiles.read(root, Map.of("a.store", bytes("- id: embedded\n"), "b.store", bytes("- id: b\n")));
        test = new TestApplication(Options.of(root));
        test.application.repositories().seed(files);
        assertThat(test.application.repositories().named("a-repository").snapshot().get(0)).isEqualTo(ObjectValue.of("id", "file"));
        assertThat(test.application.repositories().named("b-repository").count()).isEqualTo(1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
