package org.arolang.compiler.code;

import java.util.List;
import org.arolang.runtime.execution.Site;
import org.jspecify.annotations.Nullable;

/** A step of a feature set in executable form. */
public sealed interface Step {

    /** What a failure in this step is reported as. */
    Site site();

    /** Binds the value of {@code value} to {@code slot}. */
    record Bind(Slot slot, Code value, Site site) implements Step {}

    /**
     * Performs a statement for its effect, and binds its value and outs.
     *
     * @param result the variable bound to its value, or null
     * @param ends whether the feature set ends after it
     */
    record Perform(Code.Invoke invoke, @Nullable Slot result, boolean ends, Site site) implements Step {}

    record If(Code condition, List<Step> then, List<Step> otherwise, Site site) implements Step {}

    /** @param locals variables of the body, unbound at the start of each iteration */
    record ForEach(
            Code collection,
            Slot item,
            @Nullable Slot index,
            @Nullable Code filter,
            List<Step> body,
            List<Slot> locals,
            Site site)
            implements
                Step {}

    /**
     * @param limit how many iterations may run at once; 0 for the default of [SYN-429]
     */
    record Parallel(
            Code collection,
            Slot item,
            @Nullable Slot index,
            @Nullable Code filter,
            int limit,
            List<Step> body,
            List<Slot> locals,
            Site site)
            implements
                Step {}

    /** @param locals variables of the body, unbound at the start of each iteration */
    record Range(Slot variable, Code from, Code to, List<Step> body, List<Slot> locals, Site site) implements Step {}

    record While(Code condition, List<Step> body, Site site) implements Step {}

    /** Leaves the innermost loop. */
    record Break(Site site) implements Step {}
}
