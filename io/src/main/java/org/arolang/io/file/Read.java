package org.arolang.io.file;

import org.arolang.io.format.FormatChoice;
import org.arolang.io.format.FormatOptions;
import org.arolang.io.path.PathOperand;
import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.jspecify.annotations.Nullable;

/** Reads a file ([IO-22] to [IO-26]). */
public final class Read implements Action {

    /** Files of records larger than this are read while they are used. */
    private static final long LARGEST_WHOLE = 16L << 20;

    private static final Declaration DECLARATION = Declaration.of("Read", Role.REQUEST, "read")
            .prepositions("from")
            .rebinds()
            .mayWait()
            .description("Read a file: its data by the format of its extension, its text or its bytes")
            .searchTerms("file", "open", "load", "json", "csv", "yaml", "text", "encoding")
            .shapes("Read the <result> from \"./data.json\".", "Read the <result> from the <file: path>.",
                    "Read the <text: raw> from \"./notes.txt\".", "Read the <rows: csv> from \"./export.dat\" with { delimiter: \";\" }.")
            .example("Data by the file's extension", """
                Write { name: "Ann", tags: ["a", "b"] } to "./crew.json".
                Read the <crew> from "./crew.json".
                Log <crew: name> to the <console>.
                """, "Ann\n")
            .example("A table", """
                Write "city;zip\\nUlm;00420\\n" to "./towns.csv".
                Read the <towns> from "./towns.csv".
                for each <town> in <towns> {
                    Log "${<town: city>} ${<town: zip>}" to the <console>.
                }
                """, "Ulm 00420\n")
            .example("The text as it is", """
                Write "a=1" to "./settings.txt".
                Read the <text: raw> from "./settings.txt".
                Log <text> to the <console>.
                """, "a=1\n")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        Operation claimed = call.application().claims().prepare("Read", call);
        if (claimed != null) {
            return claimed;
        }
        Noun result = call.result();
        if (result == null) {
            throw new Failure("'Read' requires a result");
        }
        Operation other = systemObject(call, call.object());
        if (other != null) {
            return other;
        }
        FormatChoice choice = FormatChoice.of(result.specifiers());
        PathOperand path = PathOperand.ofObject(call, "Read", "a file path");
        Operand with = call.withClause();
        return (activation, operands) -> {
            FormatOptions options = FormatOptions.of(with == null ? null : with.in(operands));
            var application = activation.application();
            return new FileReading(path.in(application, operands), choice, options, application.diagnostics()).read(LARGEST_WHOLE);
        };
    }

    /** What reading something else than a file means; null when a file is named. */
    private static @Nullable Operation systemObject(Call call, @Nullable Noun object) {
        if (object == null || !object.name().equals("env") && call.mayBeBound(object.name())) {
            return null;
        }
        switch (object.name()) {
            case "env" -> {
                String name = object.raw();
                return (activation, _) -> {
                    var environment = activation.application().environment();
                    return name.isEmpty() ? environment.all() : environment.read(name);
                };
            }
            case "console", "stdout", "stderr" ->
                throw new Failure("System object '" + object.name() + "' is not readable (sink only)");
            case "url", "stdin", "keyboard" -> throw new Failure("Reading from <" + object.name() + "> is not supported yet");
            default -> {
                return null;
            }
        }
    }
}
