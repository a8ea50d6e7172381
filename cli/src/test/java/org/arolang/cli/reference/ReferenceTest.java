package org.arolang.cli.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages under {@code docs/reference} are current; {@code -Daro.reference.update=true} writes them anew. */
class ReferenceTest {

    private static final Path FOLDER = Path.of("../docs/reference");

    @Test
    void theCheckedInPagesAreCurrent() throws IOException {
        Map<String, String> pages = ReferencePages.all();
        if (Boolean.getBoolean("aro.reference.update")) {
            update(pages);
        }
        assertThat(existing()).as("pages under docs/reference").isEqualTo(new TreeSet<>(pages.keySet()));
        for (Map.Entry<String, String> page : pages.entrySet()) {
            assertThat(Files.readString(FOLDER.resolve(page.getKey()))).as(page.getKey()).isEqualTo(page.getValue());
        }
    }

    private static void update(Map<String, String> pages) throws IOException {
        Files.createDirectories(FOLDER);
        for (String name : existing()) {
            Files.delete(FOLDER.resolve(name));
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
        }
    }

    private static Set<String> existing() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
