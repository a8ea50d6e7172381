package org.arolang.compiler.stepper;

import java.util.List;
import org.arolang.compiler.code.Code;
import org.arolang.compiler.code.Slot;
import org.arolang.runtime.execution.Site;
import org.jspecify.annotations.Nullable;

/** A step of a feature set as its native function runs it. Operations stand in it by number. */
sealed interface NativeStep {

    Site site();

    /** {@code slot = value}, computed natively. */
    record Compute(Slot slot, Code value, Site site) implements NativeStep {}

    /** Lets the runtime perform an operation. */
    record Run(int operation, Site site) implements NativeStep {}

    record Branch(Test test, List<NativeStep> then, List<NativeStep> otherwise, Site site) implements NativeStep {}

    /**
     * A loop over a collection.
     *
     * @param start the operation that begins it
     * @param next the operation that goes on to the next element, and tells whether there is one
     */
    record Each(int start, int next, @Nullable Test filter, List<NativeStep> body, Site site) implements NativeStep {}

    /**
     * A range loop.
     *
     * @param bounds the operation that works out the bounds when they are not native; -1 when they are
     * @param from the native lower bound, or null
     * @param to the native upper bound, or null
     * @param start the operation that makes the boxed variables ready for an iteration; -1 when there is none to make ready
     */
    record Range(
            Slot variable,
            int bounds,
            @Nullable Code from,
            @Nullable Code to,
            int counterCell,
            int limitCell,
            int start,
            List<NativeStep> body,
            Site site)
            implements
                NativeStep {}

    record While(Test test, List<NativeStep> body, Site site) implements NativeStep {}

    record Leave(Site site) implements NativeStep {}

    /** Ends the feature set. */
    record End(Site site) implements NativeStep {}

    /** A condition: computed natively, or by an operation that leaves its outcome in the frame. */
    sealed interface Test {
        record Native(Code code) implements Test {}

        record Asked(int operation) implements Test {}
    }
}
