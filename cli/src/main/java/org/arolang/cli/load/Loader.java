package org.arolang.cli.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.arolang.cli.Installation;
import org.arolang.cli.Surroundings;
import org.arolang.compiler.JvmBackEnd;
import org.arolang.compiler.ProgramCompiler;
import org.arolang.compiler.lower.LoweringContext;
import org.arolang.compiler.template.CompiledTemplates;
import org.arolang.language.check.Checker;
import org.arolang.language.check.Environment;
import org.arolang.language.diagnostic.Diagnostic;
import org.arolang.runtime.action.Actions;
import org.arolang.runtime.execution.Application;
import org.arolang.runtime.execution.Console;
import org.arolang.runtime.execution.FeatureSetCode;
import org.arolang.runtime.execution.Options;
import org.arolang.runtime.template.ApplicationFiles;
import org.arolang.runtime.template.TemplateFiles;
import org.arolang.web.contract.Contract;
import org.arolang.web.contract.ContractError;
import org.jspecify.annotations.Nullable;

/** Loads an application: sources, contract, checks, and at last the compiled program ([APP-17], steps 1 to 8). Used once. */
public final class Loader {

    private final Actions actions = Installation.actions();
    private final Sources sources;
    private final @Nullable Contract contract;
    private final CompiledTemplates templates;

    private Loader(Sources sources, @Nullable Contract contract, TemplateFiles files) {
        this.sources = sources;
        this.contract = contract;
        this.templates = new CompiledTemplates(files, actions);
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
        Sources sources = Sources.read(absolute, around.directory(), SourceTree.Scope.APPLICATION);
        if (sources.programs().isEmpty()) {
            throw new LoadError("Error: No programs to execute");
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
        Sources sources = Sources.read(absolute, around.directory(), SourceTree.Scope.CHECK);
        if (sources.programs().isEmpty()) {
            throw new LoadError("Error: No .aro files found");
        }
        return of(sources);
    }

    /** An application of given sources; its contract is looked for in their root. */
    public static Loader of(Sources sources) {
        try {
            return new Loader(sources, Contract.find(sources.root()), new ApplicationFiles(sources.root()));
        } catch (ContractError error) {
            throw new LoadError("Error: " + error.getMessage());
        }
    }

    public Sources sources() {
        return sources;
    }

    public @Nullable Contract contract() {
        return contract;
    }

    /** All problems of the sources: those that parsing found and those of the checks ([SYN-809]). */
    public List<Diagnostic> diagnostics(String entryPoint) {
        List<Diagnostic> all = new ArrayList<>(sources.diagnostics());
        Environment environment = Environment.NONE
                .withEntryPoint(entryPoint)
                .withContract(operations(), schemaFields())
                .withTemplates(templates);
        Checker.check(new org.arolang.language.check.Application(sources.programs(), sources.imported(), environment), actions).stream()
                .filter(diagnostic -> diagnostic.file() == null || !sources.incomplete().contains(diagnostic.file()))
                .forEach(all::add);
        all.addAll(templates.check());
        return all;
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
     * Builds the application and compiles its program, which has no errors.
     *
     * @throws LoadError when an application-wide rule is broken
     */
    public Application build(Options options, Console console) {
        new EntryPoints(sources).check(options.entryPoint(), operations());
        String missing = missingHandlers();
        if (missing != null) {
            throw new LoadError("Error: " + missing);
        }
        Application application = Installation.application(options, console, contract, templates);
        ProgramCompiler compiler =
                new ProgramCompiler(new LoweringContext(actions, application), options.entryPoint(), operations(), true);
        List<FeatureSetCode> program = compiler.compile(sources.programs(), sources.imported(), new JvmBackEnd());
        application.install(program);
        return application;
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
