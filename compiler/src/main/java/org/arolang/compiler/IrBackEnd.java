package org.arolang.compiler;

import org.arolang.compiler.code.Unit;
import org.arolang.compiler.stepper.IrModule;
import org.arolang.compiler.stepper.StepperPlan;
import org.arolang.language.check.Kinds;
import org.arolang.language.tree.FeatureSet;

/** Writes the LLVM module of a program: {@code aro build}. What it compiles cannot be run here. */
public final class IrBackEnd implements ProgramCompiler.BackEnd {

    private final IrModule module;

    /** @param debug whether the module carries the lines of the source */
    public IrBackEnd(boolean debug) {
        this.module = new IrModule(debug);
    }

    @Override
    public Runnable compile(FeatureSet featureSet, Unit unit) {
        module.add(title(featureSet), new StepperPlan(unit));
        return new Runnable(
                activation -> {
                    throw new IllegalStateException("compiled for another process");
                },
                activation -> false);
    }

    /** The text of the module of all feature sets compiled so far. */
    public String text() {
        return module.write();
    }

    /** What a feature set's function is named after ([TOOL-312]). */
    private static String title(FeatureSet featureSet) {
        boolean lifecycle = featureSet.name().equals(Kinds.APPLICATION_START) || featureSet.name().equals(Kinds.APPLICATION_END);
        return lifecycle ? featureSet.name() + "_" + featureSet.activity() : featureSet.name();
    }
}
