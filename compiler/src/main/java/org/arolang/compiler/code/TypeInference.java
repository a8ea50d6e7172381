package org.arolang.compiler.code;

import java.util.List;

/**
 * Works out which variables can be kept unboxed: those that are only ever bound to numbers of one kind, or to booleans, and never read while
 * unbound. The types are the greatest fixpoint: every candidate starts as the type of one of its bindings and falls back to
 * {@link Type#VALUE} when bindings disagree.
 */
public final class TypeInference {

    private TypeInference() {}

    /** Sets the types of {@code slots}. */
    public static void infer(List<Slot> slots) {
        assume(slots);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Slot slot : slots) {
                if (slot.type() != Type.VALUE && !agrees(slot)) {
                    slot.setType(Type.VALUE);
                    changed = true;
                }
            }
        }
    }

    /** Gives each candidate the type its bindings have once the slots they read have theirs; bindings that never settle stay boxed. */
    private static void assume(List<Slot> slots) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Slot slot : slots) {
                if (slot.type() != Type.VALUE || slot.isBoxed()) {
                    continue;
                }
                for (Code binding : slot.bindings()) {
                    if (binding.type() != Type.VALUE) {
                        slot.setType(binding.type());
                        changed = true;
                        break;
                    }
                }
            }
        }
    }

    private static boolean agrees(Slot slot) {
        return slot.bindings().stream().allMatch(binding -> binding.type() == slot.type());
    }
}
