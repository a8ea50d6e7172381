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

/** Copies a file or directory ([IO-47], [IO-48]). */
public final class Copy implements Action {

    private static final Declaration DECLARATION = Declaration.of("Copy", Role.SERVER, "copy")
            .prepositions("to")
            .mayWait()
            .hasEffects()
            .description("Copy a file or a directory with everything in it")
            .searchTerms("file", "directory", "duplicate", "cp")
            .shapes("Copy the <file: source> to the <destination: target>.", "Copy the <directory: \"data\"> to \"./archive/data\".")
            .example("A copy", """
                Write "x" to "./a.txt".
                Copy the <file: "a.txt"> to the <destination: "./box/b.txt">.
                Read the <text> from "./box/b.txt".
                Log <text> to the <console>.
                """, "x\n")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        PathOperand from = PathOperand.ofResult(call, "Copy", "a source path");
        PathOperand to = PathOperand.ofObject(call, "Copy", "a destination path");
        return Effects.keepingBinding(call, (activation, operands) -> {
            FilePath source = from.in(activation.application(), operands);
            FilePath destination = to.in(activation.application(), operands);
            try {
                Transfer.copy(source, destination);
            } catch (IOException problem) {
                throw FileFailure.of("Error copying " + source.given() + " to " + destination.given(), source, problem);
            }
            return ObjectValue.of("destination", destination.given(), "source", source.given(), "success", true);
        });
    }
}
