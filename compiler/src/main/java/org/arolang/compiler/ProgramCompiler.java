package org.arolang.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.arolang.compiler.code.Unit;
import org.arolang.compiler.lower.Lowering;
import org.arolang.compiler.lower.LoweringContext;
import org.arolang.language.check.FeatureSetKind;
import org.arolang.language.check.Kinds;
import org.arolang.language.source.SourceFile;
import org.arolang.language.tree.FeatureSet;
import org.arolang.language.tree.Program;
import org.arolang.runtime.execution.FeatureSetCode;

/** Compiles checked programs to feature sets that run. Used once for each program. */
public final class ProgramCompiler {

    private final LoweringContext context;
    private final String entryPoint;
    private final Set<String> operations;
    private final boolean tests;

    /**
     * @param entryPoint the entry point's name
     * @param operations ids of the contract's operations
     * @param tests whether feature sets that {@code aro test} runs are part of the program ([TOOL-314])
     */
    public ProgramCompiler(LoweringContext context, String entryPoint, Set<String> operations, boolean tests) {
        this.context = context;
        this.entryPoint = entryPoint;
        this.operations = Set.copyOf(operations);
        this.tests = tests;
    }

    /** What is done with each feature set of a program. */
    public interface BackEnd {

        /** The runnable form of {@code unit}; called for the feature sets of a program in order. */
        Runnable compile(FeatureSet featureSet, Unit unit);

        /** A feature set's body and condition. */
        record Runnable(
                org.arolang.runtime.execution.Body body, org.arolang.runtime.execution.HeaderCondition condition) {}
    }

    /**
     * The feature sets of {@code programs}, which have no errors, in source order. Entry points and ends of imported applications never run
     * and are left out ([APP-11]).
     */
    public List<FeatureSetCode> compile(List<Program> programs, Set<SourceFile> imported, BackEnd backEnd) {
        List<FeatureSetCode> codes = new ArrayList<>();
        for (Program program : programs) {
            boolean isImported = imported.contains(program.file());
            for (FeatureSet featureSet : program.featureSets()) {
                FeatureSetKind kind = Kinds.of(featureSet, entryPoint, operations);
                if (isPart(featureSet, kind, isImported)) {
                    codes.add(compile(program.file(), featureSet, kind, isImported, backEnd));
                }
            }
        }
        return codes;
    }

    private boolean isPart(FeatureSet featureSet, FeatureSetKind kind, boolean imported) {
        return isLifecycle(kind) ? !imported : tests || !Kinds.isTest(featureSet);
    }

    private FeatureSetCode compile(
            SourceFile file, FeatureSet featureSet, FeatureSetKind kind, boolean imported, BackEnd backEnd) {
        Unit unit = Lowering.lower(context, file, featureSet);
        BackEnd.Runnable code = backEnd.compile(featureSet, unit);
        return new FeatureSetCode(
                featureSet.name(),
                featureSet.activity(),
                kind,
                featureSet.takes(),
                code.body(),
                unit.condition() == null ? null : code.condition(),
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
