package org.arolang.io.file;

import java.nio.file.Files;
import java.nio.file.Path;
import org.arolang.io.path.PathOperand;
import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Operation;

/** Tells whether a file or directory exists ([IO-38]). */
public final class Exists implements Action {

    private static final Declaration DECLARATION = Declaration.of("Exists", Role.REQUEST, "exists")
            .prepositions("for")
            .mayWait()
            .description("Tell whether a file or directory exists")
            .searchTerms("file", "present", "missing", "check")
            .shapes("Exists the <known> for the <file: path>.", "Exists the <known> for the <directory: path>.",
                    "Exists the <known> for \"./data\".")
            .example("A directory is no file", """
                Make the <directory> to the <path: "box">.
                Exists the <a> for the <directory: "box">.
                Exists the <b> for the <file: "box">.
                Exists the <c> for "box".
                Log "${<a>} ${<b>} ${<c>}" to the <console>.
                """, "true false true\n")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        PathOperand operand = PathOperand.ofObject(call, "Exists", "a file or directory path");
        return (activation, operands) -> {
            Path path = operand.in(activation.application(), operands).path();
            if (operand.hasWord("directory")) {
                return Files.isDirectory(path);
            }
            return operand.hasWord("file") ? Files.exists(path) && !Files.isDirectory(path) : Files.exists(path);
        };
    }
}
