package org.arolang.compiler.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.arolang.compiler.toolchain.FileTree;
import org.arolang.compiler.toolchain.Toolchain;
import org.arolang.compiler.toolchain.ToolchainException;

/** Puts the parts of an executable together. Safe for use by several threads. */
public final class ExecutableLinker {

    private final LauncherFiles launcher;
    private final Lld lld;

    private ExecutableLinker(LauncherFiles launcher, Lld lld) {
        this.launcher = launcher;
        this.lld = lld;
    }

    /** Compiles the launcher when this version of it has not been compiled before. */
    public static ExecutableLinker prepare(Toolchain tools) throws ToolchainException {
        return new ExecutableLinker(LauncherFiles.prepare(tools), new Lld(tools.lld()));
    }

    /** Changes when the launcher does; executables of two launchers may differ in what they expect of a payload. */
    public String launcherKey() {
        return launcher.key();
    }

    /**
     * The parts.
     *
     * @param program       object file that defines {@code aro_functions}, the table that the launcher hands to the program
     * @param archive       whatever the program's Java side wants to have; its place in memory is handed to it
     * @param payloadIndex  says what is in the payload
     * @param payloadData   the payload's bytes
     * @param strip         leaves symbols and debug information out
     */
    public record Parts(byte[] program, byte[] archive, Path payloadIndex, Path payloadData, boolean strip) {
    }

    /**
     * Writes the executable. The file appears complete or not at all; one that was there before stays until then.
     *
     * @param output  its directory must exist
     */
    public void link(Parts parts, Path output) throws LinkException, IOException {
        Path target = output.toAbsolutePath();
        Path directory = target
                .resolveSibling("." + target.getFileName() + ".link-" + ProcessHandle.current().pid() + "-" + System.nanoTime());
        Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try {
            Files.write(directory.resolve("program.o"), parts.program);
            // The linker names what it embeds after the files; the launcher knows these names.
            Files.write(directory.resolve("program.bin"), parts.archive);
            Files.createSymbolicLink(directory.resolve("payload.idx"), parts.payloadIndex.toAbsolutePath());
            Files.createSymbolicLink(directory.resolve("payload.bin"), parts.payloadData.toAbsolutePath());
            lld.run(directory, arguments(parts.strip));
            Path linked = directory.resolve("linked");
            Files.setPosixFilePermissions(linked, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(linked, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            FileTree.delete(directory);
        }
    }

    private List<String> arguments(boolean strip) {
        var arguments = new ArrayList<>(List.of("-pie", "--gc-sections", "--as-needed", "--hash-style=gnu", "-z", "relro", "-z", "now",
                "-z", "noexecstack", "-dynamic-linker", "/lib64/ld-linux-x86-64.so.2", "-o", "linked"));
        if (strip) arguments.add("--strip-all");
        launcher.objects().forEach(object -> arguments.add(object.toString()));
        arguments.addAll(List.of("program.o", "--format=binary", "payload.idx", "payload.bin", "program.bin", "--format=default"));
        launcher.libraries().forEach(library -> arguments.add(library.toString()));
        return arguments;
    }
}
