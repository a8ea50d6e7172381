package org.arolang.io.stream;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.arolang.io.format.Encoding;
import org.arolang.io.format.FileFormat;
import org.arolang.io.format.FormatChoice;
import org.arolang.io.format.FormatOptions;
import org.arolang.io.path.FileFailure;
import org.arolang.io.path.FilePath;
import org.arolang.io.path.PathOperand;
import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.Failure;
import org.arolang.runtime.Missing;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.execution.Application;
import org.arolang.runtime.value.StreamValue;
import org.jspecify.annotations.Nullable;

/** Reads a file line by line while it is used ([IO-80] to [IO-84], [DATA-280] to [DATA-286]). */
public final class Stream implements Action {

    private static final List<String> NETWORK = List.of("http://", "https://", "ws://", "wss://");

    private static final Declaration DECLARATION = Declaration.of("Stream", Role.REQUEST, "stream", "subscribe")
            .prepositions("from", "with")
            .mayWait()
            .description("Read a file line by line while it is used, whatever its size")
            .searchTerms("lines", "lazy", "large", "file", "follow")
            .shapes("Stream the <lines> from \"./big.txt\".", "Stream the <rows: csv> from \"./big.csv\".",
                    "Stream the <records: jsonl> from the <file: path>.")
            .example("The lines of a file", """
                Write "oat\\nrye" to "./seeds.txt".
                Stream the <lines> from "./seeds.txt".
                for each <line> in <lines> {
                    Log "- " ++ <line> to the <console>.
                }
                """, "- oat\n- rye\n")
            .example("The records of a file", """
                Write [{ n: 1 }, { n: 2 }, { n: 3 }] to "./numbers.jsonl".
                Stream the <records: jsonl> from "./numbers.jsonl".
                Filter the <large> from the <records> where <n> > 1.
                Compute the <count: count> from the <large>.
                Log <count> to the <console>.
                """, "2\n")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        Operation claimed = call.application().claims().prepare("Stream", call);
        if (claimed != null) {
            return claimed;
        }
        Noun object = call.object();
        if (object != null && (object.is("stdin") || object.is("url")) && !call.mayBeBound(object.name())) {
            throw new Failure("Streaming from <" + object.name() + "> is not supported yet");
        }
        Noun result = call.result();
        FormatChoice choice = result == null ? FormatChoice.BY_NAME : FormatChoice.of(result.specifiers());
        PathOperand path = PathOperand.ofObject(call, "Stream", "a file path");
        Operand with = call.withClause();
        return (activation, operands) -> {
            Application application = activation.application();
            String source = path.text(operands);
            if (NETWORK.stream().anyMatch(source.toLowerCase(Locale.ROOT)::startsWith)) {
                throw new Failure("Cannot stream from " + source + ": network sources are not supported yet");
            }
            FormatOptions options = FormatOptions.of(with == null ? null : with.in(operands));
            return stream(application, path.in(application, operands), choice.format(), options);
        };
    }

    private static Object stream(Application application, FilePath path, @Nullable FileFormat format, FormatOptions options) {
        if (!Files.isReadable(path.path()) || Files.isDirectory(path.path())) {
            throw new Missing("Cannot open file: " + path.absolute());
        }
        if (format == null || format == FileFormat.TEXT || format == FileFormat.LOG) {
            return new StreamValue(() -> lines(path));
        }
        return new StreamValue(() -> records(application, path, format, options).iterator());
    }

    /** The lines, from the start of the file. */
    private static Elements lines(FilePath path) {
        try {
            return new Elements(
                    new ByteLines(new FileInputStream(path.path().toFile()), false),
                    lines -> lines.next() ? lines.text() : null,
                    problem -> FileFailure.reading(path, Encoding.UTF_8, problem));
        } catch (IOException _) {
            throw new Missing("Cannot open file: " + path.absolute());
        }
    }

    private static StreamValue records(Application application, FilePath path, FileFormat format, FormatOptions options) {
        RecordFile file = null;
        try {
            file = RecordFile.open(path, format, options, application.diagnostics());
        } catch (IOException problem) {
            throw FileFailure.reading(path, options.encoding(), problem);
        }
        if (file != null && file.value() instanceof StreamValue stream) {
            return stream;
        }
        throw new Failure("Cannot stream " + path.given() + " as " + format.title() + ": its records cannot be read one by one");
    }
}
