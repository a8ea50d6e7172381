package org.arolang.io.file;

import java.io.IOException;
import java.nio.file.Files;
import org.arolang.io.path.FileFailure;
import org.arolang.io.path.FilePath;
import org.arolang.io.path.PathOperand;
import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Operation;

/** Tells the facts of a file or directory ([IO-36]). */
public final class Stat implements Action {

    private static final Declaration DECLARATION = Declaration.of("Stat", Role.REQUEST, "stat")
            .prepositions("for")
            .mayWait()
            .description("Tell name, path, size, dates, permissions and owner of a file or directory")
            .searchTerms("file", "size", "modified", "permissions", "metadata", "info")
            .shapes("Stat the <info> for \"./data.json\".", "Stat the <info> for the <file: path>.")
            .example("The size of a file", """
                Write "hello" to "./s.txt".
                Stat the <info> for the <file: "s.txt">.
                Log "${<info: name>} ${<info: size>} ${<info: isFile>}" to the <console>.
                """, "s.txt 5 true\n")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        PathOperand path = PathOperand.ofObject(call, "Stat", "a file or directory path");
        return (activation, operands) -> {
            FilePath file = path.in(activation.application(), operands);
            try {
                if (!Files.exists(file.path())) {
                    throw FileFailure.notFound(file);
                }
                return FileFacts.all(file.absolute());
            } catch (IOException problem) {
                throw FileFailure.of("Error getting stats for " + file.given(), file, problem);
            }
        };
    }
}
