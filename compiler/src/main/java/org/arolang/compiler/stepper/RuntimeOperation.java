package org.arolang.compiler.stepper;

import java.util.List;
import org.arolang.compiler.code.Code;
import org.arolang.compiler.code.Slot;
import org.arolang.compiler.code.Step;
import org.arolang.runtime.execution.Site;
import org.jspecify.annotations.Nullable;

/** What the runtime performs for a native function; its number is its place in {@link StepperPlan#operations()}. */
public sealed interface RuntimeOperation {

    Site site();

    /** Evaluates {@code value} into {@code slot}. */
    record Evaluate(Slot slot, Code value, Site site) implements RuntimeOperation {}

    /** Performs a statement. */
    record Perform(Step.Perform step, Site site) implements RuntimeOperation {}

    /** Evaluates a condition into the frame's outcome cell. */
    record Decide(Code condition, Site site) implements RuntimeOperation {}

    /** Evaluates a loop's collection and starts its iteration. */
    record StartLoop(Code collection, int loop, Site site) implements RuntimeOperation {}

    /** Goes on to the next element, clears {@code locals}, and tells in the outcome cell whether there is one. */
    record NextElement(Code collection, int loop, Slot item, @Nullable Slot index, List<Slot> locals, Site site)
            implements
                RuntimeOperation {}

    /** Works out the bounds of a range loop into two cells. */
    record Bounds(Code from, Code to, int fromCell, int toCell, Site site) implements RuntimeOperation {}

    /** Unbinds {@code locals}, and binds the variable of a range loop, unless it is kept unboxed, to what a cell holds. */
    record StartIteration(List<Slot> locals, Slot variable, int counterCell, Site site) implements RuntimeOperation {}

    /** Runs a whole parallel loop; its outcome is whether the feature set has returned. */
    record RunParallel(Step.Parallel loop, Site site) implements RuntimeOperation {}
}
