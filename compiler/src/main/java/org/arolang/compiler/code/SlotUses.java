package org.arolang.compiler.code;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the variables that an expression reads. */
public final class SlotUses {

    private SlotUses() {}

    /** The slots {@code code} reads, in the order of their first use. */
    public static List<Slot> of(Code code) {
        Set<Slot> slots = new LinkedHashSet<>();
        collect(code, slots);
        return List.copyOf(slots);
    }

    private static void collect(Code code, Set<Slot> slots) {
        switch (code) {
            case Code.Constant _,Code.Absent _,Code.Supplied _ -> {}
            case Code.Read read -> slots.add(read.slot());
            case Code.Peek peek -> slots.add(peek.slot());
            case Code.Either either -> {
                slots.add(either.slot());
                collect(either.bound(), slots);
                collect(either.unbound(), slots);
            }
            case Code.Apply apply -> collect(apply.input(), slots);
            case Code.Binary binary -> {
                collect(binary.left(), slots);
                collect(binary.right(), slots);
            }
            case Code.Negate negate -> collect(negate.operand(), slots);
            case Code.Not not -> collect(not.operand(), slots);
            case Code.Subscript subscript -> {
                collect(subscript.base(), slots);
                collect(subscript.index(), slots);
            }
            case Code.Succeeds succeeds -> collect(succeeds.operand(), slots);
            case Code.IsEmpty empty -> collect(empty.operand(), slots);
            case Code.Test test -> collect(test.input(), slots);
            case Code.PairTest test -> {
                collect(test.left(), slots);
                collect(test.right(), slots);
            }
            case Code.ListOf list -> list.elements().forEach(element -> collect(element, slots));
            case Code.ObjectOf object -> object.values().forEach(value -> collect(value, slots));
            case Code.Join join -> join.parts().forEach(part -> collect(part, slots));
            case Code.Capture capture -> slots.addAll(capture.slots());
            case Code.Invoke invoke -> invoke.operands().forEach(operand -> collect(operand, slots));
        }
    }
}
