package org.arolang.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.arolang.compiler.code.Unit;
import org.arolang.compiler.jvm.JvmCompiler;
import org.arolang.compiler.lower.Lowering;
import org.arolang.compiler.lower.LoweringContext;
import org.arolang.language.check.FeatureSetKind;
import org.arolang.language.check.Kinds;
import org.arolang.language.source.SourceFile;
import org.arolang.language.tree.FeatureSet;
import org.arolang.language.tree.Program;
import org.arolang.runtime.execution.FeatureSetCode;

/** Compiles checked programs to feature sets that run. Thread-safe. */
public final class ProgramCompiler {

    private final LoweringContext context;
    private final String entryPoint;
    private final Set<String> operations;

    /**
     * @param entryPoint the entry point's name
     * @param operations ids of the contract's operations
     */
    public ProgramCompiler(LoweringContext context, String entryPoint, Set<String> operations) {
        this.context = context;
        this.entryPoint = entryPoint;
        this.operations = Set.copyOf(operations);
    }

    /**
     * The feature sets of {@code programs}, which have no errors, in source order. Entry points and ends of imported applications never run
     * and are left out ([APP-11]).
     */
    public List<FeatureSetCode> compile(List<Program> programs, Set<SourceFile> imported) {
        List<FeatureSetCode> codes = new ArrayList<>();
        for (Program program : programs) {
            boolean isImported = imported.contains(program.file());
            for (FeatureSet featureSet : program.featureSets()) {
                FeatureSetKind kind = Kinds.of(featureSet, entryPoint, operations);
                if (!isImported || !isLifecycle(kind)) {
                    codes.add(compile(program.file(), featureSet, kind, isImported));
                }
            }
        }
        return codes;
    }

    private FeatureSetCode compile(SourceFile file, FeatureSet featureSet, FeatureSetKind kind, boolean imported) {
        Unit unit = Lowering.lower(context, file, featureSet);
        JvmCompiler.LoadedUnit loaded = JvmCompiler.load(JvmCompiler.compile(unit));
        return new FeatureSetCode(
                featureSet.name(),
                featureSet.activity(),
                kind,
                featureSet.takes(),
                loaded.body(),
                unit.condition() == null ? null : loaded.condition(),
                unit.freeNames(),
                unit.effects(),
                imported);
    }

    private static boolean isLifecycle(FeatureSetKind kind) {
        return kind instanceof FeatureSetKind.EntryPoint
                || kind instanceof FeatureSetKind.SuccessEnd
                || kind instanceof FeatureSetKind.ErrorEnd;
    }
}
