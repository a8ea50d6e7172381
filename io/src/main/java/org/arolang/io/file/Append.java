package org.arolang.io.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.arolang.io.format.Encoding;
import org.arolang.io.format.FileText;
import org.arolang.io.path.FileFailure;
import org.arolang.io.path.FilePath;
import org.arolang.io.path.PathOperand;
import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.value.Binary;
import org.arolang.runtime.value.MarkedText;
import org.arolang.runtime.value.ObjectValue;

/** Adds text at the end of a file ([IO-33] to [IO-35]). */
public final class Append implements Action {

    private static final Declaration DECLARATION = Declaration.of("Append", Role.OWN, "append")
            .prepositions("to", "into")
            .mayWait()
            .hasEffects()
            .description("Add text at the end of a file, as it is")
            .searchTerms("file", "log", "add", "line")
            .shapes("Append <expression> to \"./day.log\".", "Append the <line> to the <file: path>.",
                    "Append the <done> to \"./day.log\" with \"text\\n\".")
            .example("Two lines", """
                Append "one\\n" to "./day.log".
                Append "two" to "./day.log".
                Read the <text> from "./day.log".
                Log <text> to the <console>.
                """, "one\ntwo\n")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        Operand with = call.withClause();
        Operand content = with != null ? with : Values.written(call, "Append", false);
        PathOperand path = PathOperand.ofObject(call, "Append", "a file path");
        return Effects.keepingBinding(call, (activation, operands) -> {
            byte[] bytes = bytes(content.in(operands));
            FilePath file = path.in(activation.application(), operands);
            try {
                append(file.path(), bytes);
            } catch (IOException problem) {
                throw FileFailure.writing(file, Encoding.UTF_8, problem);
            }
            return ObjectValue.of("path", file.given(), "success", true);
        });
    }

    private static byte[] bytes(Object value) {
        return switch (value) {
            case Binary binary -> binary.bytes();
            case MarkedText text -> text.utf8();
            default -> FileText.of(value).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static void append(Path path, byte[] bytes) throws IOException {
        if (Files.isDirectory(path)) {
            throw new FileSystemException(path.toString(), null, "is a directory");
        }
        Path parent = path.getParent();
        if (parent != null && Files.notExists(path)) {
            Files.createDirectories(parent);
        }
        // One write: the system puts what two of them write one after the other.
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            do {
                file.write(rest);
            } while (rest.hasRemaining());
        }
    }
}
