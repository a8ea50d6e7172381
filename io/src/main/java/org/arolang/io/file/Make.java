package org.arolang.io.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Locale;
import org.arolang.io.path.FileFailure;
import org.arolang.io.path.FilePath;
import org.arolang.io.path.PathOperand;
import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.value.ObjectValue;

/** Makes a directory, or an empty file ([IO-45], [IO-46]). */
public final class Make implements Action {

    private static final Declaration DECLARATION = Declaration.of("Make", Role.SERVER, "make", "touch", "createdirectory", "mkdir")
            .prepositions("to", "for", "at")
            .mayWait()
            .hasEffects()
            .description("Make a directory, or a file without content")
            .searchTerms("directory", "folder", "touch", "mkdir", "create")
            .shapes("Make the <directory> to the <path: \"out\">.", "Make the <file> at \"./marker\".",
                    "Touch the <file> at the <path: \"marker\">.")
            .example("A directory and the ones above it", """
                Make the <directory> to the <path: "a/b">.
                Exists the <made> for the <directory: "a/b">.
                Log <made> to the <console>.
                """, "true\n")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        PathOperand path = PathOperand.ofObject(call, "Make", "a path");
        boolean file = makesFile(call);
        return Effects.keepingBinding(call, (activation, operands) -> {
            FilePath target = path.in(activation.application(), operands);
            if (file) {
                touch(target);
            } else {
                makeDirectory(target);
            }
            return ObjectValue.of("isFile", file, "path", target.given(), "success", true);
        });
    }

    private static boolean makesFile(Call call) {
        return switch (call.verb().toLowerCase(Locale.ROOT)) {
            case "touch" -> true;
            case "mkdir", "createdirectory" -> false;
            default -> {
                Noun result = call.result();
                yield result != null && (result.is("file") || result.specifiers().stream().anyMatch("file"::equalsIgnoreCase));
            }
        };
    }

    private static void touch(FilePath target) {
        Path path = target.path();
        try {
            if (Files.isDirectory(path)) {
                throw new Failure("Error writing " + target.given() + ": is a directory");
            }
            if (Files.exists(path)) {
                Files.setLastModifiedTime(path, FileTime.from(Instant.now()));
                return;
            }
            Path parent = path.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.newByteChannel(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE).close();
        } catch (IOException problem) {
            throw FileFailure.of("Error writing " + target.given(), target, problem);
        }
    }

    private static void makeDirectory(FilePath target) {
        try {
            Files.createDirectories(target.path());
        } catch (FileAlreadyExistsException problem) {
            throw new Failure("Error creating directory " + target.given() + ": is not a directory", problem);
        } catch (IOException problem) {
            throw FileFailure.of("Error creating directory " + target.given(), target, problem);
        }
    }
}
