package org.arolang.compiler.link;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.arolang.compiler.toolchain.ToolProcess;
import org.arolang.compiler.toolchain.ToolchainException;

/** LLVM's linker. */
record Lld(Path file) {

    /** Links; relative paths are those of {@code directory}. */
    void run(Path directory, List<String> arguments) throws LinkException {
        var command = new ArrayList<>(List.of(file.toString(), "-flavor", "gnu"));
        command.addAll(arguments);
        try {
            var result = ToolProcess.run(command, directory, Map.of());
            if (result.exitCode() != 0) throw new LinkException(result.output().strip());
        } catch (ToolchainException e) {
            throw new LinkException(e.getMessage());
        }
    }
}
