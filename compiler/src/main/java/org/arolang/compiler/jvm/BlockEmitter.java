package org.arolang.compiler.jvm;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.util.ArrayList;
import java.util.List;
import org.arolang.compiler.code.Step;
import org.jspecify.annotations.Nullable;

/**
 * Emits the control flow of what is too large for one method: its variables are kept in an array, and runs of steps become methods of their
 * own, each of which tells how it was left.
 */
final class BlockEmitter extends StepEmitter {

    /** What a block's method returns when the steps after it come next. */
    static final int GOES_ON = 0;

    /** What it returns when the feature set ends. */
    static final int ENDS = 1;

    /** What it returns when the loop around it is left. */
    static final int BREAKS = 2;

    /** The weight of the steps that one method holds. */
    private static final int BLOCK = 400;

    BlockEmitter(CodeBuilder code, ClassEmitter owner, Frame frame, Label exit, @Nullable Label loopEnd) {
        super(code, owner, frame, exit, loopEnd);
    }

    @Override
    void emit(List<Step> steps) {
        if (Weight.of(steps) <= BLOCK) {
            super.emit(steps);
            return;
        }
        List<Step> block = new ArrayList<>();
        int weight = 0;
        for (Step step : steps) {
            int more = Weight.of(step);
            if (weight + more > BLOCK) {
                call(block);
                block.clear();
                weight = 0;
            }
            block.add(step);
            weight += more;
        }
        call(block);
    }

    /** Emits a call of a new method that performs {@code steps}. One large step stays here, and what it holds is divided. */
    private void call(List<Step> steps) {
        if (steps.size() < 2) {
            super.emit(steps);
            return;
        }
        owner.callBlock(this, List.copyOf(steps));
        int left = code.allocateLocal(TypeKind.INT);
        code.istore(left).iload(left).loadConstant(ENDS).if_icmpeq(exit());
        Label end = loopEnd();
        if (end != null) {
            code.iload(left).loadConstant(BREAKS).if_icmpeq(end);
        }
    }
}
