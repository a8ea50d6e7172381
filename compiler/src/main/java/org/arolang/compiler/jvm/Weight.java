package org.arolang.compiler.jvm;

import java.util.List;
import org.arolang.compiler.code.Code;
import org.arolang.compiler.code.Inline;
import org.arolang.compiler.code.SlotUses;
import org.arolang.compiler.code.Step;
import org.jspecify.annotations.Nullable;

/** Estimates how much bytecode steps take, in units of some ten bytes: a method may have 64 KiB, and HotSpot compiles none above 8000 bytes. */
final class Weight {

    private Weight() {}

    static int of(List<Step> steps) {
        return steps.stream().mapToInt(Weight::of).sum();
    }

    static int of(Step step) {
        return 2 + switch (step) {
            case Step.Bind bind -> of(bind.value());
            case Step.Perform perform -> of(perform.invoke());
            case Step.If branch -> of(branch.condition()) + of(branch.then()) + of(branch.otherwise());
            case Step.ForEach loop -> 6 + of(loop.collection()) + of(loop.filter()) + of(loop.body());
            case Step.Parallel loop -> 6 + of(loop.collection());
            case Step.Range loop -> 6 + of(loop.from()) + of(loop.to()) + of(loop.body());
            case Step.While loop -> of(loop.condition()) + of(loop.body());
            case Step.Break _ -> 0;
        };
    }

    /** Arithmetic stands where it is evaluated; of everything else that is a call with the variables it reads. */
    private static int of(@Nullable Code code) {
        if (code == null) {
            return 0;
        }
        return Inline.isNative(code) ? nodes(code) : 1 + SlotUses.of(code).size();
    }

    private static int nodes(Code code) {
        return switch (code) {
            case Code.Binary binary -> 1 + nodes(binary.left()) + nodes(binary.right());
            case Code.Negate negate -> 1 + nodes(negate.operand());
            case Code.Not not -> 1 + nodes(not.operand());
            default -> 1;
        };
    }
}
