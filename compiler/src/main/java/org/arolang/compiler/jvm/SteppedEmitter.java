package org.arolang.compiler.jvm;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.util.List;
import org.arolang.compiler.code.Code;
import org.arolang.compiler.code.Slot;
import org.arolang.compiler.code.Type;
import org.arolang.compiler.stepper.RuntimeOperation;
import org.arolang.compiler.stepper.StepperPlan;
import org.jspecify.annotations.Nullable;

/**
 * Emits one operation of a native function: {@code (Activation, Object[] values, MemorySegment frame)}. Boxed variables live in the array,
 * unboxed ones in the frame's cells; the operation's own work is done by the same methods that {@code aro run} calls.
 */
final class SteppedEmitter extends ExpressionEmitter {

    private static final int VALUES = 1;
    private static final int FRAME = 2;

    private final StepperPlan plan;

    SteppedEmitter(CodeBuilder code, ClassEmitter owner, Frame frame, StepperPlan plan) {
        super(code, owner, frame);
        this.plan = plan;
    }

    @Override
    void load(Slot slot) {
        if (slot.type() == Type.VALUE) {
            code.aload(VALUES).loadConstant(plan.value(slot)).aaload();
            return;
        }
        loadCell(slot.type(), plan.cell(slot));
    }

    private void loadCell(Type type, int cell) {
        code.aload(FRAME).loadConstant(cell);
        String method = switch (type) {
            case INTEGER -> "integer";
            case FLOAT -> "number";
            default -> "truth";
        };
        code.invokestatic(Types.CELLS, method, Types.method(Types.of(type), Types.SEGMENT, Types.INT));
    }

    @Override
    void store(Slot slot) {
        if (slot.type() == Type.VALUE) {
            storeValue(plan.value(slot));
        } else {
            put(slot.type(), plan.cell(slot));
        }
    }

    private void storeValue(int index) {
        code.aload(VALUES).swap().loadConstant(index).swap().aastore();
    }

    private void put(Type type, int cell) {
        code.aload(FRAME)
                .loadConstant(cell)
                .invokestatic(Types.CELLS, "put", Types.method(Types.VOID, Types.of(type), Types.SEGMENT, Types.INT));
    }

    private void outcome() {
        put(Type.BOOLEAN, StepperPlan.OUTCOME_CELL);
    }

    @Override
    List<Slot> capturable() {
        return plan.unit().slots();
    }

    void emit(RuntimeOperation operation) {
        switch (operation) {
            case RuntimeOperation.Evaluate evaluate -> {
                owner.callOperation(this, evaluate.value());
                if (evaluate.slot().type() == Type.VALUE) {
                    box(evaluate.value().type());
                }
                store(evaluate.slot());
            }
            case RuntimeOperation.Perform perform -> {
                owner.callOperation(this, perform.step().invoke());
                bind(perform.step().invoke(), perform.step().result());
            }
            case RuntimeOperation.Decide decide -> {
                owner.callCondition(this, decide.condition());
                outcome();
            }
            case RuntimeOperation.StartLoop start -> {
                boxedValue(start.collection());
                code.invokestatic(Types.LOOPS, "elements", Types.method(Types.ITERATOR, Types.OBJECT));
                storeValue(iterator(start.loop()));
                code.lconst_0();
                box(Type.INTEGER);
                storeValue(counter(start.loop()));
            }
            case RuntimeOperation.NextElement next -> next(next);
            case RuntimeOperation.Bounds bounds -> {
                bound(bounds.from());
                put(Type.INTEGER, bounds.fromCell());
                bound(bounds.to());
                put(Type.INTEGER, bounds.toCell());
            }
            case RuntimeOperation.StartIteration start -> {
                clear(start.locals());
                if (start.variable().type() == Type.VALUE) {
                    loadCell(Type.INTEGER, start.counterCell());
                    box(Type.INTEGER);
                    store(start.variable());
                }
            }
            case RuntimeOperation.RunParallel parallel -> {
                boxedValue(parallel.loop().collection());
                owner.callParallel(this, parallel.loop());
                code.aload(frame.activation()).invokevirtual(Types.ACTIVATION, "hasReturned", Types.method(Types.BOOLEAN));
                outcome();
            }
        }
    }

    private int iterator(int loop) {
        return plan.valueCount() + 2 * loop;
    }

    private int counter(int loop) {
        return plan.valueCount() + 2 * loop + 1;
    }

    private void boxedValue(Code expression) {
        owner.callOperation(this, expression);
        box(expression.type());
    }

    private void bound(Code bound) {
        owner.callOperation(this, bound);
        if (bound.type() != Type.INTEGER) {
            box(bound.type());
            at(bound.span());
            code.invokestatic(Types.LOOPS, "bound", Types.method(Types.LONG, Types.OBJECT));
        }
    }

    private void clear(List<Slot> locals) {
        for (Slot local : locals) {
            code.aconst_null();
            store(local);
        }
    }

    private void next(RuntimeOperation.NextElement next) {
        Label end = code.newLabel();
        Label done = code.newLabel();
        at(next.collection().span());
        iteratorOf(next.loop());
        code.invokeinterface(Types.ITERATOR, "hasNext", Types.method(Types.BOOLEAN)).ifeq(done);
        clear(next.locals());
        iteratorOf(next.loop());
        code.invokeinterface(Types.ITERATOR, "next", Types.method(Types.OBJECT));
        store(next.item());
        count(next.loop(), next.index());
        code.iconst_1();
        outcome();
        code.goto_(end).labelBinding(done).iconst_0();
        outcome();
        code.labelBinding(end);
    }

    private void iteratorOf(int loop) {
        code.aload(VALUES).loadConstant(iterator(loop)).aaload().checkcast(Types.ITERATOR);
    }

    private void count(int loop, @Nullable Slot index) {
        int number = frame.allocate(Type.INTEGER);
        code.aload(VALUES).loadConstant(counter(loop)).aaload();
        unbox(Type.INTEGER);
        code.lstore(number);
        if (index != null) {
            code.lload(number);
            if (index.type() == Type.VALUE) {
                box(Type.INTEGER);
            }
            store(index);
        }
        code.lload(number).lconst_1().ladd();
        box(Type.INTEGER);
        storeValue(counter(loop));
    }
}
