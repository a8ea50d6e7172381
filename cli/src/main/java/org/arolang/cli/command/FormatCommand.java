package org.arolang.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.arolang.cli.Report;
import org.arolang.cli.Surroundings;
import org.arolang.cli.load.LoadError;
import org.arolang.cli.load.Sources;
import org.arolang.language.diagnostic.Diagnostic;
import org.arolang.language.format.SourceFormatter;
import org.arolang.language.parse.ParseResult;
import org.arolang.language.parse.Parser;
import org.arolang.language.source.SourceFile;
import org.jspecify.annotations.Nullable;

/** {@code aro fmt} ([TOOL-220]). */
public final class FormatCommand implements Command {

    private static final String STANDARD_INPUT = "-";

    @Override
    public String name() {
        return "fmt";
    }

    @Override
    public String summary() {
        return "Lay out source files canonically.";
    }

    @Override
    public String synopsis() {
        return "[<path> ...] [--check]";
    }

    @Override
    public List<Argument> arguments() {
        return List.of(new Argument("path", "Source files, directories, or - for standard input (default: .).", false));
    }

    @Override
    public boolean repeatsLast() {
        return true;
    }

    @Override
    public List<Option> options() {
        return List.of(Option.flag("--check", null, "Write nothing; name the files that are not in canonical layout."));
    }

    @Override
    public int run(Invocation invocation, Surroundings around) {
        List<String> paths = invocation.arguments().isEmpty() ? List.of(".") : invocation.arguments();
        boolean check = invocation.has("--check");
        if (paths.contains(STANDARD_INPUT)) {
            if (paths.size() > 1) {
                throw new UsageError("Unexpected argument '" + paths.get(1) + "'", false);
            }
            return standardInput(check, around);
        }
        Run run = new Run(check, around);
        files(paths, around).forEach(run::file);
        return run.finish();
    }

    private static Set<Path> files(List<String> paths, Surroundings around) {
        Set<Path> files = new LinkedHashSet<>();
        for (String path : paths) {
            Path absolute = around.resolve(path);
            if (Files.isDirectory(absolute)) {
                files.addAll(Sources.find(absolute));
            } else if (Files.exists(absolute)) {
                files.add(absolute);
            } else {
                throw new LoadError("Error: Path not found: " + path);
            }
        }
        return files;
    }

    private static int standardInput(boolean check, Surroundings around) {
        String text;
        try {
            text = new String(around.input().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Run run = new Run(check, around);
        String formatted = run.formatted(new SourceFile("<stdin>", text));
        if (formatted != null) {
            boolean changed = !formatted.equals(text);
            if (check) {
                around.print(changed ? STANDARD_INPUT + "\n" : "");
                return changed ? 1 : 0;
            }
            around.print(formatted);
        }
        return run.errors();
    }

    /** Formats files one after the other. */
    private static final class Run {
        private final boolean check;
        private final Surroundings around;
        private final List<SourceFile> broken = new ArrayList<>();
        private final List<Diagnostic> diagnostics = new ArrayList<>();
        private boolean failed;
        private int changed;
        private int unchanged;

        Run(boolean check, Surroundings around) {
            this.check = check;
            this.around = around;
        }

        void file(Path path) {
            SourceFile file;
            try {
                file = Sources.read(path, around);
            } catch (LoadError error) {
                around.error(error.line());
                failed = true;
                return;
            }
            String formatted = formatted(file);
            if (formatted == null) {
                return;
            }
            // A byte order mark is no part of the text that was read.
            if (formatted.equals(file.text()) && !startsWithMark(path)) {
                unchanged++;
                return;
            }
            changed++;
            if (check) {
                around.println(file.name());
            } else {
                write(path, formatted);
                around.println("Formatted " + file.name());
            }
        }

        /** The text in canonical layout; null when it has errors. */
        @Nullable
        String formatted(SourceFile file) {
            ParseResult parsed = Parser.parse(file);
            List<Diagnostic> errors = parsed.diagnostics().stream().filter(Diagnostic::isError).toList();
            if (!errors.isEmpty()) {
                broken.add(file);
                diagnostics.addAll(errors);
                return null;
            }
            try {
                return SourceFormatter.format(file, parsed);
            } catch (SourceFormatter.Unformattable failure) {
                around.error("Error: " + failure.getMessage());
                failed = true;
                return null;
            }
        }

        int finish() {
            if (!check) {
                around.println(changed + (changed == 1 ? " file" : " files") + " formatted, " + unchanged + " unchanged");
            }
            int code = errors();
            return check && changed > 0 ? 1 : code;
        }

        /** Shows what is wrong with files that were left alone; gives the exit code. */
        int errors() {
            return Report.show(around, broken, diagnostics, false) || failed ? 1 : 0;
        }

        private static boolean startsWithMark(Path path) {
            try {
                byte[] bytes = Files.readAllBytes(path);
                return bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        /** Replaces a file at one blow, keeping its permissions. */
        private static void write(Path path, String text) {
            try {
                Path target = path.toRealPath();
                Path unready = Files.createTempFile(target.getParent(), ".fmt", ".aro");
                try {
                    Files.writeString(unready, text);
                    Files.setPosixFilePermissions(unready, Files.getPosixFilePermissions(target));
                    Files.move(unready, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                } finally {
                    Files.deleteIfExists(unready);
                }
            } catch (IOException failure) {
                throw new LoadError("Error writing " + path.getFileName() + ": " + failure.getMessage());
            }
        }
    }
}
