package org.arolang.compiler;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.arolang.compiler.code.Slot;
import org.arolang.compiler.code.Type;
import org.arolang.compiler.code.Unit;
import org.arolang.compiler.jvm.JvmCompiler;
import org.arolang.compiler.stepper.StepperPlan;
import org.arolang.language.tree.FeatureSet;
import org.arolang.runtime.code.NativeBody;
import org.arolang.runtime.code.Stepping;

/**
 * Runs feature sets whose control flow is native: in a built program. The functions stand in the table in the order in which
 * {@link IrBackEnd} compiled the same program.
 */
public final class NativeBackEnd implements ProgramCompiler.BackEnd {

    private final Stepping stepping;
    private final MemorySegment functions;
    private int next;

    /** @param functions the table {@code aro_functions} */
    public NativeBackEnd(Stepping stepping, MemorySegment functions) {
        this.stepping = stepping;
        this.functions = functions;
    }

    @Override
    public Runnable compile(FeatureSet featureSet, Unit unit) {
        StepperPlan plan = new StepperPlan(unit);
        JvmCompiler.LoadedOperations loaded = JvmCompiler.loadOperations(JvmCompiler.compile(plan));
        long function = functions.getAtIndex(ValueLayout.JAVA_LONG, next++);
        return new Runnable(new NativeBody(stepping, function, loaded.operations(), layout(plan)), loaded.condition());
    }

    private static NativeBody.Layout layout(StepperPlan plan) {
        List<String> names = new ArrayList<>();
        List<NativeBody.Unboxed> unboxed = new ArrayList<>();
        for (Slot slot : plan.unit().slots()) {
            if (slot.type() == Type.VALUE) {
                names.add(slot.name());
            } else {
                unboxed.add(new NativeBody.Unboxed(slot.name(), plan.cell(slot), kind(slot.type())));
            }
        }
        return new NativeBody.Layout(
                plan.cellCount(), plan.valueCount() + 2 * plan.loopCount(), names, unboxed, plan.places());
    }

    private static NativeBody.Unboxed.Kind kind(Type type) {
        return switch (type) {
            case INTEGER -> NativeBody.Unboxed.Kind.INTEGER;
            case FLOAT -> NativeBody.Unboxed.Kind.FLOAT;
            case BOOLEAN -> NativeBody.Unboxed.Kind.BOOLEAN;
            case VALUE -> throw new IllegalArgumentException("boxed");
        };
    }
}
