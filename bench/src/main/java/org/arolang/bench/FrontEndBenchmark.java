package org.arolang.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.arolang.cli.Installation;
import org.arolang.compiler.code.Unit;
import org.arolang.compiler.jvm.JvmCompiler;
import org.arolang.compiler.lower.Lowering;
import org.arolang.compiler.lower.LoweringContext;
import org.arolang.compiler.template.CompiledTemplates;
import org.arolang.language.check.Application;
import org.arolang.language.check.Checker;
import org.arolang.language.diagnostic.Diagnostic;
import org.arolang.language.parse.ParseResult;
import org.arolang.language.parse.Parser;
import org.arolang.language.source.SourceFile;
import org.arolang.language.tree.FeatureSet;
import org.arolang.language.tree.Program;
import org.arolang.runtime.execution.Console;
import org.arolang.runtime.execution.Options;
import org.arolang.runtime.template.ApplicationFiles;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The phases between a source file of five thousand lines and loaded classes. Time per file. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FrontEndBenchmark {

    private SourceFile file;
    private Program program;
    private LoweringContext context;
    private final List<Unit> units = new ArrayList<>();

    @Setup
    public void load() {
        file = new SourceFile("bench.aro", SampleSource.lines(5_000));
        ParseResult result = Parser.parse(file);
        for (Diagnostic diagnostic : result.diagnostics()) {
            throw new IllegalStateException(diagnostic.toString());
        }
        program = result.program();
        for (Diagnostic diagnostic : check()) {
            if (diagnostic.isError()) {
                throw new IllegalStateException(diagnostic.toString());
            }
        }
        Path root = Path.of("").toAbsolutePath();
        context = new LoweringContext(
                Installation.actions(),
                Installation.application(
                        Options.of(root),
                        Console.system(),
                        null,
                        new CompiledTemplates(new ApplicationFiles(root), Installation.actions())));
        units.addAll(lower());
        System.out.printf(
                "%d lines, %d characters, %d feature sets%n", file.text().lines().count(), file.text().length(), units.size());
    }

    /** Characters to a tree. */
    @Benchmark
    public ParseResult parse() {
        return Parser.parse(file);
    }

    @Benchmark
    public List<Diagnostic> check() {
        return Checker.check(Application.of(program), Installation.actions());
    }

    /** Tree to executable form. */
    @Benchmark
    public List<Unit> lower() {
        List<Unit> lowered = new ArrayList<>();
        for (FeatureSet featureSet : program.featureSets()) {
            lowered.add(Lowering.lower(context, file, featureSet));
        }
        return lowered;
    }

    /** Executable form to class files. */
    @Benchmark
    public List<Object> emit() {
        List<Object> classes = new ArrayList<>();
        for (Unit unit : units) {
            classes.add(JvmCompiler.compile(unit));
        }
        return classes;
    }
}
