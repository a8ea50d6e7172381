package org.arolang.cli.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.arolang.cli.Installation;
import org.arolang.cli.Surroundings;
import org.arolang.compiler.JvmBackEnd;
import org.arolang.compiler.ProgramCompiler;
import org.arolang.compiler.lower.LoweringContext;
import org.arolang.compiler.template.CompiledTemplates;
import org.arolang.language.check.Checker;
import org.arolang.language.check.Environment;
import org.arolang.language.check.FeatureSetKind;
import org.arolang.language.check.FeatureSetSummary;
import org.arolang.language.check.Kinds;
import org.arolang.language.diagnostic.Diagnostic;
import org.arolang.runtime.action.Actions;
import org.arolang.runtime.actions.data.TestContext;
import org.arolang.runtime.execution.Application;
import org.arolang.runtime.execution.Console;
import org.arolang.runtime.execution.FeatureSetCode;
import org.arolang.runtime.execution.Options;
import org.arolang.runtime.repository.StoreFiles;
import org.arolang.web.contract.Contract;
import org.jspecify.annotations.Nullable;

/** Loads an application: sources, contract, checks, and at last the compiled program ([APP-17], steps 1 to 8). Used once. */
public final class Loader {

    private final Actions actions = Installation.actions();
    private final Sources sources;
    private final Resources resources;
    private final @Nullable Contract contract;
    private final CompiledTemplates templates;

    public Loader(Sources sources, Resources resources) {
        this.sources = sources;
        this.resources = resources;
        this.contract = resources.contract();
        this.templates = new CompiledTemplates(resources.templates(), actions);
    }

    /**
     * Reads the application at {@code path} to be run.
     *
     * @throws LoadError when there is nothing to run there, or when a file or the contract cannot be read
     */
    public static Loader forRun(Surroundings around, String path) {
        Path absolute = around.resolve(path);
        if (!Files.exists(absolute)) {
            throw new LoadError("Error: Source file not found: " + absolute);
        }
        Sources sources = Sources.read(absolute, around, SourceTree.Scope.APPLICATION);
        if (sources.programs().isEmpty()) {
            throw new LoadError("Error: No programs to execute");
        }
        return of(sources);
    }

    /**
     * Reads the application at {@code path} to be built.
     *
     * @throws LoadError when there is nothing to build there, or when a file or the contract cannot be read
     */
    public static Loader forBuild(Surroundings around, String path) {
        Path absolute = around.resolve(path);
        if (!Files.exists(absolute)) {
            throw new LoadError("Error: Source file not found: " + absolute);
        }
        Sources sources = Sources.read(absolute, around, SourceTree.Scope.APPLICATION);
        if (sources.programs().isEmpty()) {
            throw new LoadError("Error: No programs to compile");
        }
        return of(sources);
    }

    /**
     * Reads what {@code aro check} looks at ([TOOL-200]).
     *
     * @throws LoadError when there is nothing to check
     */
    public static Loader forCheck(Surroundings around, String path) {
        Path absolute = around.resolve(path);
        if (!Files.exists(absolute)) {
            throw new LoadError("Error: Path not found: " + path);
        }
        Sources sources = Sources.read(absolute, around, SourceTree.Scope.CHECK);
        if (sources.programs().isEmpty()) {
            throw new LoadError("Error: No .aro files found");
        }
        return of(sources);
    }

    /** An application of given sources; the rest of it is looked for in their root. */
    public static Loader of(Sources sources) {
        return new Loader(sources, Resources.in(sources.root()));
    }

    public Sources sources() {
        return sources;
    }

    public @Nullable Contract contract() {
        return contract;
    }

    /** All problems of the application: those that parsing found and those of the checks ([SYN-809]). */
    public List<Diagnostic> diagnostics(String entryPoint) {
        return diagnostics(entryPoint, true);
    }

    /**
     * All problems of the sources.
     *
     * @param whole whether they are a whole application, so that the names of its templates are checked, too ([SYN-747])
     */
    public List<Diagnostic> diagnostics(String entryPoint, boolean whole) {
        List<Diagnostic> all = new ArrayList<>(sources.diagnostics());
        Environment environment = Environment.NONE
                .withEntryPoint(entryPoint)
                .withContract(operations(), schemaFields())
                .withTemplates(whole ? templates : null);
        Checker.check(new org.arolang.language.check.Application(sources.programs(), sources.imported(), environment), actions).stream()
                .filter(diagnostic -> diagnostic.file() == null || !sources.incomplete().contains(diagnostic.file()))
                .forEach(all::add);
        if (whole) {
            all.addAll(templates.check());
        }
        return all;
    }

    /** What there is to say of each feature set. */
    public List<FeatureSetSummary> summaries() {
        return Checker.summaries(
                new org.arolang.language.check.Application(sources.programs(), sources.imported(), Environment.NONE), actions);
    }

    /** What the contract misses among the feature sets ([WEB-21]), or null. */
    public @Nullable String missingHandlers() {
        if (contract == null) {
            return null;
        }
        Set<String> names = new HashSet<>();
        sources.programs().forEach(program -> program.featureSets().forEach(featureSet -> names.add(featureSet.name())));
        return contract.missingHandlers(names::contains);
    }

    /**
     * Builds the application to be run here, and compiles its program, which has no errors.
     *
     * @throws LoadError when an application-wide rule is broken
     */
    public Application build(Options options, Console console) {
        return build(options, console, new JvmBackEnd(), true);
    }

    /**
     * Builds the application and compiles its program, which has no errors, in the given way.
     *
     * @param tests whether feature sets that {@code aro test} runs are part of the program
     * @throws LoadError when an application-wide rule is broken
     */
    public Application build(Options options, Console console, ProgramCompiler.BackEnd backEnd, boolean tests) {
        new EntryPoints(sources).check(options.entryPoint(), operations());
        String missing = missingHandlers();
        if (missing != null) {
            throw new LoadError("Error: " + missing);
        }
        Application application = Installation.application(options, console, contract, templates);
        ProgramCompiler compiler = new ProgramCompiler(new LoweringContext(actions, application), options.entryPoint(), operations(),
                tests);
        application.install(compiler.compile(sources.programs(), sources.imported(), backEnd));
        templates.compile(application);
        seed(application);
        return application;
    }

    /**
     * Checks what {@code aro test} asks of the application as a whole: all that {@link #build} does but an entry point.
     *
     * @throws LoadError when an application-wide rule is broken
     */
    public void checkForTests() {
        new EntryPoints(sources).checkAtMostOne(Kinds.APPLICATION_START, operations());
    }

    /**
     * Builds the application of one test: feature sets run in it because the test calls them, never by themselves ([TOOL-402]).
     *
     * @param calls makes what performs {@code When}
     * @throws LoadError when an application-wide rule is broken
     */
    public Application buildForTest(
            Options options, Console console, ProgramCompiler.BackEnd backEnd, Function<Application, TestContext> calls) {
        Application application = Installation.application(options, console, contract, templates);
        application.extend(TestContext.class, calls.apply(application));
        ProgramCompiler compiler = new ProgramCompiler(new LoweringContext(actions, application, true), options.entryPoint(), operations(),
                true);
        List<FeatureSetCode> program = compiler.compile(sources.programs(), sources.imported(), backEnd);
        application.install(program.stream().map(Loader::untriggered).toList());
        application.repositories().seed(stores().readOnly());
        return application;
    }

    /**
     * The same feature set, but nothing sets it off any more: neither the start of the application nor an event nor a change of a
     * repository ([TOOL-402]). User-defined actions can still be called.
     */
    private static FeatureSetCode untriggered(FeatureSetCode code) {
        boolean isCalled = code.kind() instanceof FeatureSetKind.UserAction;
        FeatureSetKind kind = isCalled ? code.kind() : new FeatureSetKind.Plain();
        return new FeatureSetCode(
                code.name(), code.activity(), kind, code.takes(), code.body(), code.condition(), code.freeNames(), code.effects(),
                code.imported());
    }

    private void seed(Application application) {
        application.repositories().seed(stores());
    }

    /**
     * The application's store files.
     *
     * @throws LoadError when one of them is invalid
     */
    public StoreFiles stores() {
        try {
            return StoreFiles.read(sources.root(), resources.stores());
        } catch (StoreFiles.Invalid invalid) {
            throw new LoadError("Error: " + invalid.getMessage());
        }
    }

    private Set<String> operations() {
        Set<String> ids = new HashSet<>();
        if (contract != null) {
            contract.operations().forEach(operation -> ids.add(operation.id()));
        }
        return ids;
    }

    private Map<String, Set<String>> schemaFields() {
        Map<String, Set<String>> fields = new HashMap<>();
        if (contract != null) {
            for (String name : contract.schemas().names()) {
                fields.put(name, Set.copyOf(contract.schemas().properties(name)));
            }
        }
        return fields;
    }
}
