package org.arolang.io.path;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.arolang.runtime.execution.Application;
import org.arolang.runtime.execution.Console;
import org.arolang.runtime.execution.Options;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** [IO-16] The directory that a program may not leave. */
class FenceTest {

    @TempDir
    private Path folder;

    private void check(String given) {
        Options options = Options.of(folder).withDirectory(folder).withEnvironment(Map.of("ARO_FILE_ROOT", "data"));
        Console console = new Console(new ByteArrayOutputStream(), new ByteArrayOutputStream());
        Fence.check(Application.builder(options).console(console).build(), given, folder.resolve(given));
    }

    private void refuses(String given) {
        assertThatThrownBy(() -> check(given)).hasMessage("Invalid file path '" + given + "': Path traversal not allowed");
    }

    @Test
    void pathsAreFollowedToTheirEnd() throws IOException {
        Files.createDirectories(folder.resolve("data/inner"));
        Files.createDirectory(folder.resolve("data2"));
        Files.createSymbolicLink(folder.resolve("data/out"), Path.of("../data2"));
        Files.createSymbolicLink(folder.resolve("data/dangling"), Path.of("../new.txt"));
        Files.createSymbolicLink(folder.resolve("data/absolute"), folder.resolve("data2"));
        Files.createSymbolicLink(folder.resolve("data/in"), Path.of("inner"));
        Files.createSymbolicLink(folder.resolve("data/circle"), Path.of("circle"));
        for (String inside : new String[]{"data", "data/x", "data/inner/../y/z", "data/in/x", "data2/../data/x"}) {
            assertThatCode(() -> check(inside)).as(inside).doesNotThrowAnyException();
        }
        for (String outside : new String[]{
            "x", "data2/x", "data/../x", "data/out/x", "data/dangling", "data/absolute/x", "data/in/../../x", "data/circle",
            "/etc/passwd"}) {
            refuses(outside);
        }
        assertThat(folder.resolve("new.txt")).doesNotExist();
    }
}
