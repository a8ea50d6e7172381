package org.arolang.io.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.arolang.io.path.FileFailure;
import org.arolang.io.path.FilePath;
import org.arolang.io.path.PathOperand;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.value.Null;
import org.jspecify.annotations.Nullable;

/** {@code Delete the <file: p>.} and {@code Delete the <directory: p>.} ([IO-49]). */
public final class Deletion {

    private static final String REQUIRED = "'Delete' requires a file or directory path";

    private Deletion() {}

    /** Prepares a Delete without an object; null for all others, which have nothing to do with files. */
    public static @Nullable Operation prepare(Call call) {
        Noun result = call.result();
        if (result == null || call.preposition() != null || call.object() != null || call.objectExpression() != null) {
            return null;
        }
        boolean directory = result.name().equals("directory");
        if (!directory && !result.name().equals("file") || !result.hasQualifier()) {
            throw new Failure(REQUIRED);
        }
        PathOperand path = PathOperand.ofResult(call, "Delete", "a file or directory path");
        call.bindNothing();
        call.mayWait();
        return (activation, operands) -> {
            FilePath target = path.in(activation.application(), operands);
            try {
                delete(target, directory);
            } catch (IOException problem) {
                throw FileFailure.of("Error deleting " + target.given(), target, problem);
            }
            return Null.NULL;
        };
    }

    private static void delete(FilePath target, boolean directory) throws IOException {
        Path path = target.path();
        if (!FileTree.isThere(path)) {
            return;
        }
        boolean isDirectory = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
        boolean isLink = Files.isSymbolicLink(path);
        if (isDirectory && !directory) {
            throw new Failure("Error deleting " + target.given() + ": is a directory");
        }
        if (directory && !isDirectory && !isLink) {
            throw new Failure("Error deleting " + target.given() + ": is not a directory");
        }
        FileTree.remove(path);
    }
}
