package org.arolang.io.file;

import java.io.IOException;
import org.arolang.io.format.FileFormat;
import org.arolang.io.format.FileText;
import org.arolang.io.format.FormatChoice;
import org.arolang.io.format.FormatOptions;
import org.arolang.io.format.FormatWriter;
import org.arolang.io.path.FileFailure;
import org.arolang.io.path.FilePath;
import org.arolang.io.path.PathOperand;
import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.value.Null;
import org.jspecify.annotations.Nullable;

/** Writes a file as a whole ([IO-27] to [IO-32]). */
public final class Write implements Action {

    private static final Declaration DECLARATION = Declaration.of("Write", Role.RESPONSE, "write")
            .prepositions("to", "into")
            .bindsNothing()
            .mayWait()
            .hasEffects()
            .description("Write a file as a whole, in the format of its extension")
            .searchTerms("file", "save", "export", "json", "csv", "yaml", "html", "text")
            .shapes("Write the <value> to \"./data.json\".", "Write <expression> to the <file: path>.",
                    "Write the <text: raw> to \"./notes.txt\".", "Write the <rows> to \"./rows.csv\" with { delimiter: \";\" }.")
            .example("A table", """
                Create the <crew> with [{ name: "Ann", id: 7 }, { name: "Bo", id: 8 }].
                Write the <crew> to "./crew.csv".
                Read the <text: raw> from "./crew.csv".
                Log <text> to the <console>.
                """, "id,name\n7,Ann\n8,Bo\n")
            .example("Data as JSON", """
                Write { n: 1, tags: [] } to "./data.json".
                Read the <text: raw> from "./data.json".
                Log <text> to the <console>.
                """, "{\n  \"n\" : 1,\n  \"tags\" : []\n}\n")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        Operation claimed = call.application().claims().prepare("Write", call);
        if (claimed != null) {
            return claimed;
        }
        Noun result = call.result();
        FormatChoice choice = result == null ? FormatChoice.BY_NAME : FormatChoice.of(result.specifiers());
        Operand value = Values.written(call, "Write", choice.isExplicit());
        Operation console = console(call, value);
        if (console != null) {
            return console;
        }
        String name = Values.name(call);
        PathOperand path = PathOperand.ofObject(call, "Write", "a file path");
        Operand with = call.withClause();
        return (activation, operands) -> {
            Object written = value.in(operands);
            FormatOptions options = FormatOptions.of(with == null ? null : with.in(operands));
            FilePath file = path.in(activation.application(), operands);
            FileFormat format = choice.formatOf(file.given());
            try {
                FormatWriter writer = new FormatWriter(choice, format, name, options);
                AtomicFile.replace(file.path(), null, out -> writer.write(written, out));
            } catch (IOException problem) {
                throw FileFailure.writing(file, options.encoding(), problem);
            }
            return Null.NULL;
        };
    }

    /** {@code Write "text" to the <console>}: the text without a line end ([IO-170]); null when no such thing is named. */
    private static @Nullable Operation console(Call call, Operand value) {
        Noun object = call.object();
        boolean isSource = object != null && (object.name().equals("env") || object.name().equals("parameter"));
        if (object == null || !isSource && call.mayBeBound(object.name())) {
            return null;
        }
        return switch (object.name()) {
            case "console", "stdout", "stderr" -> {
                boolean error = object.is("stderr") || object.is("console") && object.raw().equalsIgnoreCase("error");
                yield (activation, operands) -> {
                    String text = FileText.of(value.in(operands));
                    if (error) {
                        activation.application().console().errorPrint(text);
                    } else {
                        activation.application().console().print(text);
                    }
                    return Null.NULL;
                };
            }
            case "stdin", "env", "parameter", "keyboard" ->
                throw new Failure("System object '" + object.name() + "' is not writable (source only)");
            case "url" -> throw new Failure("Writing to <url> is not supported yet");
            default -> null;
        };
    }
}
