package org.arolang.cli.command;

import java.util.List;
import java.util.Locale;
import org.arolang.cli.Report;
import org.arolang.cli.Surroundings;
import org.arolang.cli.load.LoadError;
import org.arolang.cli.load.Loader;
import org.arolang.cli.testing.TestReport;
import org.arolang.cli.testing.TestResult;
import org.arolang.cli.testing.TestRunner;
import org.arolang.language.check.Kinds;
import org.arolang.language.diagnostic.Diagnostic;

/** {@code aro test} ([TOOL-400] to [TOOL-409]). */
public final class TestCommand implements Command {

    private static final String NONE = """
        No tests found.
        Tests are feature sets with business activity ending in 'Test' or 'Tests'.
        Example: (Add Numbers: Calculator Test) { ... }
        """;

    @Override
    public String name() {
        return "test";
    }

    @Override
    public String summary() {
        return "Run the tests of an ARO application.";
    }

    @Override
    public String synopsis() {
        return "<path> [--filter <text>] [--verbose] [--no-color]";
    }

    @Override
    public List<Argument> arguments() {
        return List.of(new Argument("path", "The application's directory, or one source file.", true));
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.flag("--verbose", "-v", "Tell what is done, and the values of failed assertions."),
                Option.value("--filter", null, "text", "Run only tests whose name contains the text."),
                Option.flag("--no-color", null, "Do not colour the report."));
    }

    @Override
    public int run(Invocation invocation, Surroundings around) {
        boolean verbose = invocation.has("--verbose");
        String path = invocation.arguments().getFirst();
        String filter = invocation.value("--filter", "");
        Loader loader = discover(around, path);
        Introduction introduction = new Introduction(verbose ? around::println : _ -> {});
        introduce(introduction, loader, filter, verbose, around, path);
        List<Diagnostic> diagnostics = loader.diagnostics(Kinds.APPLICATION_START);
        if (Report.show(around, loader.sources().files(), diagnostics, verbose)) {
            return 1;
        }
        TestRunner runner = new TestRunner(loader, around);
        List<TestRunner.Test> all = runner.tests();
        if (all.isEmpty()) {
            around.print(NONE);
            return 1;
        }
        String wanted = filter.toLowerCase(Locale.ROOT);
        List<TestRunner.Test> tests = all.stream().filter(test -> test.name().toLowerCase(Locale.ROOT).contains(wanted)).toList();
        if (verbose) {
            around.println("Found " + tests.size() + " test(s):");
            tests.forEach(test -> around.println("  - " + test.name()));
            around.println("");
        }
        TestReport report = new TestReport(verbose, around.colourOutput() && !invocation.has("--no-color"));
        for (TestRunner.Test test : tests) {
            if (verbose) {
                around.println("  Running: " + test.name() + "...");
            }
            TestResult result = runner.run(test);
            report.add(result);
            if (verbose) {
                around.println((result instanceof TestResult.Passed ? "  [PASS] " : "  [FAIL] ") + test.name());
            }
        }
        around.print(report.text());
        return report.isSuccess() ? 0 : 1;
    }

    private static Loader discover(Surroundings around, String path) {
        try {
            Loader loader = Loader.forRun(around, path);
            loader.checkForTests();
            return loader;
        } catch (LoadError error) {
            throw new LoadError("Error discovering application: " + error.line().replaceFirst("^Error: ", ""));
        }
    }

    private static void introduce(
            Introduction introduction, Loader loader, String filter, boolean verbose, Surroundings around, String path) {
        if (!verbose) {
            return;
        }
        introduction.tool("ARO Test Runner");
        around.println("Path: " + around.resolve(path));
        if (!filter.isEmpty()) {
            around.println("Filter: " + filter);
        }
        around.println("");
        introduction.discovered(loader);
        introduction.compiling(loader.sources());
    }
}
