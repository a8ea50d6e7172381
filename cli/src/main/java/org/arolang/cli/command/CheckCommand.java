package org.arolang.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.arolang.cli.Installation;
import org.arolang.cli.Report;
import org.arolang.cli.Surroundings;
import org.arolang.cli.load.LoadError;
import org.arolang.cli.load.Loader;
import org.arolang.language.check.Application;
import org.arolang.language.check.Checker;
import org.arolang.language.check.Environment;
import org.arolang.language.diagnostic.Diagnostic;
import org.arolang.language.diagnostic.Severity;
import org.arolang.language.parse.ParseResult;
import org.arolang.language.parse.Parser;
import org.arolang.language.source.SourceFile;
import org.arolang.language.tree.Program;

/** {@code aro check} ([TOOL-200], [SYN-804], [SYN-810]). */
public final class CheckCommand implements Command {

    @Override
    public String name() {
        return "check";
    }

    @Override
    public String summary() {
        return "Check source files without running them.";
    }

    @Override
    public String synopsis() {
        return "<path> [--format text|json] [--no-warnings] [--no-color] [--verbose] [--syntax]";
    }

    @Override
    public List<Argument> arguments() {
        return List
                .of(new Argument("path", "A directory or a source file; with --syntax also program text, or - for standard input.", true));
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.value("--format", null, "format", "text (default) or json."),
                Option.flag("--no-warnings", null, "Show errors only."),
                Option.flag("--warnings", null, "Show warnings too (default)."),
                Option.flag("--no-color", null, "Do not colour the report."),
                Option.flag("--verbose", "-v", "Name each file that is checked."),
                Option.flag("--syntax", null, "Accept a bare snippet of statements."));
    }

    @Override
    public int run(Invocation invocation, Surroundings around) {
        String format = invocation.value("--format", "text");
        if (!format.equals("text") && !format.equals("json")) {
            throw new UsageError("The value '" + format + "' is invalid for '--format <format>'", false);
        }
        boolean warnings = !invocation.has("--no-warnings");
        boolean json = format.equals("json");
        String argument = invocation.arguments().getFirst();
        Shown shown = new Shown(warnings, json, !invocation.has("--no-color"), invocation.has("--verbose"));
        return invocation.has("--syntax") ? checkSnippet(argument, shown, around) : checkApplication(argument, shown, around);
    }

    /** How the report is shown. */
    private record Shown(boolean warnings, boolean json, boolean colour, boolean verbose) {}

    private static int checkApplication(String path, Shown shown, Surroundings around) {
        Loader loader = Loader.forCheck(around, path);
        boolean whole = Files.isDirectory(around.resolve(path));
        List<Program> programs = loader.sources().programs();
        if (shown.verbose && !shown.json) {
            programs.forEach(program -> around.println("Checking " + program.file().name()));
        }
        List<Diagnostic> diagnostics = new ArrayList<>(loader.diagnostics("Application-Start", whole));
        String missing = whole ? loader.missingHandlers() : null;
        if (missing != null) {
            diagnostics.add(new Diagnostic(Severity.ERROR, "contract", missing, null, null, List.of()));
        }
        return Report.check(
                around, loader.sources().files(), diagnostics, null, shown.warnings, shown.json, shown.colour);
    }

    private static int checkSnippet(String argument, Shown shown, Surroundings around) {
        SourceFile file = snippet(argument, around);
        if (file.text().isBlank()) {
            throw new LoadError("Error: no source to check");
        }
        ParseResult parsed = Parser.parseSnippet(file);
        List<Diagnostic> diagnostics = new ArrayList<>(parsed.diagnostics());
        if (parsed.complete()) {
            Application snippet = new Application(List.of(parsed.program()), Set.of(), Environment.NONE.asSnippet());
            diagnostics.addAll(Checker.check(snippet, Installation.actions()));
        }
        return Report.check(around, List.of(file), diagnostics, file.name(), shown.warnings, shown.json, shown.colour);
    }

    private static SourceFile snippet(String argument, Surroundings around) {
        try {
            if (argument.equals("-")) {
                return new SourceFile("<stdin>", new String(around.input().readAllBytes(), StandardCharsets.UTF_8));
            }
            if (argument.length() < 4_096 && argument.indexOf('\n') < 0 && argument.indexOf('<') < 0) {
                Path path = around.resolve(argument);
                if (Files.isRegularFile(path)) {
                    return new SourceFile(path.getFileName().toString(), Files.readString(path));
                }
            }
            return new SourceFile("<snippet>", argument);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
