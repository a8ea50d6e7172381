package org.arolang.cli.command;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.arolang.cli.Installation;
import org.arolang.cli.Report;
import org.arolang.cli.Surroundings;
import org.arolang.cli.load.Loader;
import org.arolang.language.check.FeatureSetSummary;
import org.arolang.language.check.Kinds;
import org.arolang.language.diagnostic.Diagnostic;
import org.arolang.language.diagnostic.DiagnosticJson;
import org.arolang.language.diagnostic.DiagnosticRenderer;
import org.arolang.language.diagnostic.Palette;
import org.arolang.language.source.SourceFile;
import org.arolang.language.tree.FeatureSet;
import org.arolang.language.tree.Program;
import org.arolang.runtime.value.Json;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;

/** {@code aro compile} ([TOOL-210] to [TOOL-213]). */
public final class CompileCommand implements Command {

    private static final String HEAVY = "═".repeat(63) + "\n";
    private static final String LIGHT = "─".repeat(63) + "\n";

    @Override
    public String name() {
        return "compile";
    }

    @Override
    public String summary() {
        return "Compile source files and report what they hold.";
    }

    @Override
    public String synopsis() {
        return "<path> [--format report|json|ast] [--verbose]";
    }

    @Override
    public List<Argument> arguments() {
        return List.of(new Argument("path", "A directory or a source file.", true));
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.value("--format", "-f", "format", "report (default), json or ast."),
                Option.flag("--verbose", "-v", "Name each file that is compiled."));
    }

    @Override
    public int run(Invocation invocation, Surroundings around) {
        String format = invocation.value("--format", "report");
        if (!Set.of("report", "json", "ast").contains(format)) {
            throw new UsageError("The value '" + format + "' is invalid for '--format <format>'", false);
        }
        Loader loader = Loader.forCheck(around, invocation.arguments().getFirst());
        if (invocation.has("--verbose")) {
            introduce(loader, around);
        }
        Compilation compilation = Compilation.of(loader);
        switch (format) {
            case "json" -> around.println(json(compilation));
            case "ast" -> {
                compilation.compiled().forEach(program -> around.print(TreeListing.of(program, Installation.actions())));
                Report.show(around, compilation.files, compilation.diagnostics, false);
            }
            default -> around.print(report(compilation, around.colourOutput()));
        }
        return compilation.errors() > 0 ? 1 : 0;
    }

    private static void introduce(Loader loader, Surroundings around) {
        List<SourceFile> files = loader.sources().files();
        new Introduction(around::println).tool("ARO Compiler", 24);
        around.println("Compiling " + files.size() + " file(s)...\n");
        files.forEach(file -> around.println("Compiling: " + file.name()));
    }

    /** What compiling gave. */
    private record Compilation(
            List<SourceFile> files, List<Program> programs, List<Diagnostic> diagnostics, List<FeatureSetSummary> summaries) {

        static Compilation of(Loader loader) {
            List<SourceFile> files = loader.sources().files();
            List<Diagnostic> diagnostics = DiagnosticRenderer.inOrder(files, loader.diagnostics(Kinds.APPLICATION_START));
            return new Compilation(files, loader.sources().programs(), diagnostics, loader.summaries());
        }

        long errors() {
            return diagnostics.stream().filter(Diagnostic::isError).count();
        }

        /** The files without errors. */
        List<Program> compiled() {
            Set<SourceFile> broken = new HashSet<>();
            diagnostics.stream().filter(Diagnostic::isError).forEach(error -> broken.add(error.file()));
            return programs.stream().filter(program -> !broken.contains(program.file())).toList();
        }

        /** What there is to say of the feature sets in files without errors. */
        List<FeatureSetSummary> shown() {
            Set<FeatureSet> compiled = new HashSet<>();
            compiled().forEach(program -> compiled.addAll(program.featureSets()));
            return summaries.stream().filter(summary -> compiled.contains(summary.featureSet())).toList();
        }
    }

    private static String report(Compilation compilation, boolean colour) {
        long errors = compilation.errors();
        long warnings = compilation.diagnostics.size() - errors;
        StringBuilder text = new StringBuilder(HEAVY).append("ARO Compilation Report\n").append(HEAVY).append('\n');
        text.append(errors == 0 ? "✅ Compilation successful\n" : "❌ Compilation failed with " + errors + " error(s)\n");
        if (warnings > 0) {
            text.append("⚠️  ").append(warnings).append(" warning(s)\n");
        }
        text.append('\n');
        if (!compilation.diagnostics.isEmpty()) {
            text.append(LIGHT).append("Diagnostics\n").append(LIGHT);
            Palette palette = colour ? Palette.COLOUR : Palette.PLAIN;
            String diagnostics = DiagnosticRenderer.report(
                    compilation.files, compilation.diagnostics, new DiagnosticRenderer.Options(true, palette, null));
            // The last paragraph is the summary.
            text.append(diagnostics, 0, diagnostics.stripTrailing().lastIndexOf("\n\n") + 2);
        }
        if (!compilation.compiled().isEmpty()) {
            text.append(LIGHT).append("Feature Sets\n").append(LIGHT);
            compilation.shown().forEach(summary -> append(text, summary));
        }
        return text.append(HEAVY).toString();
    }

    private static void append(StringBuilder text, FeatureSetSummary summary) {
        FeatureSet featureSet = summary.featureSet();
        text.append("  [").append(featureSet.name()).append("]\n");
        text.append("    Business Activity: ").append(featureSet.activity()).append('\n');
        text.append("    Statements: ").append(featureSet.body().size()).append('\n');
        text.append("    Symbols: ").append(summary.symbols()).append('\n');
        if (!summary.dependencies().isEmpty()) {
            text.append("    Dependencies: ").append(String.join(", ", summary.dependencies())).append('\n');
        }
        if (!summary.exports().isEmpty()) {
            text.append("    Exports: ").append(String.join(", ", summary.exports())).append('\n');
        }
        text.append('\n');
    }

    private static String json(Compilation compilation) {
        ObjectValue diagnostics = (ObjectValue) Json.parse(DiagnosticJson.write(compilation.files, compilation.diagnostics, true));
        List<ObjectValue> featureSets = compilation.shown().stream()
                .map(summary -> ObjectValue.of(
                        "businessActivity", summary.featureSet().activity(),
                        "dependencies", ListValue.copyOf(summary.dependencies()),
                        "exports", ListValue.copyOf(summary.exports()),
                        "name", summary.featureSet().name(),
                        "statements", (long) summary.featureSet().body().size(),
                        "symbols", (long) summary.symbols()))
                .toList();
        Object list = diagnostics.get("diagnostics");
        return Json.pretty(ObjectValue.of(
                "diagnostics", list == null ? ListValue.EMPTY : list,
                "featureSets", ListValue.copyOf(featureSets),
                "success", compilation.errors() == 0));
    }
}
