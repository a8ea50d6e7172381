package org.arolang.io.file;

import java.io.IOException;
import org.arolang.io.path.FileFailure;
import org.arolang.io.path.FilePath;
import org.arolang.io.path.PathOperand;
import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.value.ObjectValue;

/** Moves a file or directory ([IO-47], [IO-48]). */
public final class Move implements Action {

    private static final Declaration DECLARATION = Declaration.of("Move", Role.SERVER, "move", "rename")
            .prepositions("to")
            .mayWait()
            .hasEffects()
            .description("Move or rename a file or directory")
            .searchTerms("file", "directory", "rename", "mv")
            .shapes("Move the <file: source> to the <destination: target>.", "Move the <directory: \"data\"> to \"./archive/data\".")
            .example("Another place", """
                Write "x" to "./a.txt".
                Move the <file: "a.txt"> to the <destination: "./box/b.txt">.
                Exists the <left> for the <file: "a.txt">.
                Exists the <moved> for the <file: "box/b.txt">.
                Log "${<left>} ${<moved>}" to the <console>.
                """, "false true\n")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        PathOperand from = PathOperand.ofResult(call, "Move", "a source path");
        PathOperand to = PathOperand.ofObject(call, "Move", "a destination path");
        return Effects.keepingBinding(call, (activation, operands) -> {
            FilePath source = from.in(activation.application(), operands);
            FilePath destination = to.in(activation.application(), operands);
            try {
                Transfer.move(source, destination);
            } catch (IOException problem) {
                throw FileFailure.of("Error moving " + source.given() + " to " + destination.given(), source, problem);
            }
            return ObjectValue.of("destination", destination.given(), "source", source.given(), "success", true);
        });
    }
}
