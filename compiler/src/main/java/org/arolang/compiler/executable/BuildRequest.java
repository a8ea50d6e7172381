package org.arolang.compiler.executable;

import java.nio.file.Path;
import org.arolang.compiler.llvm.Optimization;

/**
 * A program to build.
 *
 * @param ir             LLVM IR that defines {@code aro_functions}: a constant whose address is handed to the program's Java
 *                       side, usually a table of its functions
 * @param archive        what the Java side needs of the program: classes, contract, templates, ...
 * @param output         the executable; its directory is created
 * @param intermediates  directory for the {@code .ll} and {@code .o} files, created when needed
 * @param options        how to build
 */
public record BuildRequest(String ir, byte[] archive, Path output, Path intermediates, Options options) {

    /**
     * How to build.
     *
     * @param optimization       what LLVM does with the program's code
     * @param strip              leaves symbols and debug information out
     * @param keepIntermediates  leaves the {@code .ll} and the {@code .o} file
     * @param beside             puts the runtime payload into the directory {@code <output>.runtime} instead of into the file
     */
    public record Options(Optimization optimization, boolean strip, boolean keepIntermediates, boolean beside) {

        /** Everything as it is without any option. */
        public static final Options PLAIN = new Options(Optimization.NONE, false, false, false);
    }

    /** The IR text's file: the output's name without its extension. */
    public Path irFile() {
        return intermediates.resolve(baseName() + ".ll");
    }

    /** The object file. */
    public Path objectFile() {
        return intermediates.resolve(baseName() + ".o");
    }

    /** Where the payload goes when it is not inside the executable. */
    public Path runtimeDirectory() {
        return output.resolveSibling(output.getFileName() + ".runtime");
    }

    private String baseName() {
        String name = output.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
