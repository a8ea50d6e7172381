package org.arolang.compiler.jvm;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.util.List;
import org.arolang.compiler.code.Code;
import org.arolang.compiler.code.Inline;
import org.arolang.compiler.code.Slot;
import org.arolang.compiler.code.Step;
import org.arolang.compiler.code.Type;
import org.jspecify.annotations.Nullable;

/**
 * Emits the control flow of a feature set. Arithmetic and tests on unboxed values stand in it; everything else is a call of an operation's
 * method.
 */
class StepEmitter extends ExpressionEmitter {

    private final Label exit;
    private @Nullable Label loopEnd;

    /**
     * @param exit where a Return goes
     * @param loopEnd where a Break goes, or null outside a loop
     */
    StepEmitter(CodeBuilder code, ClassEmitter owner, Frame frame, Label exit, @Nullable Label loopEnd) {
        super(code, owner, frame);
        this.exit = exit;
        this.loopEnd = loopEnd;
    }

    final Label exit() {
        return exit;
    }

    final @Nullable Label loopEnd() {
        return loopEnd;
    }

    @Override
    List<Slot> capturable() {
        return frame.isArray() ? owner.slots() : frame.slots();
    }

    void emit(List<Step> steps) {
        steps.forEach(this::emit);
    }

    private void emit(Step step) {
        frame.enter(step.site());
        code.lineNumber(Math.min(owner.lineOf(step.site().span()), 65_535));
        switch (step) {
            case Step.Bind bind -> {
                value(bind.value());
                if (bind.slot().type() == Type.VALUE) {
                    box(bind.value().type());
                }
                store(bind.slot());
            }
            case Step.Perform perform -> perform(perform);
            case Step.If condition -> emitIf(condition);
            case Step.ForEach loop -> forEach(loop);
            case Step.Parallel loop -> {
                boxedValue(loop.collection());
                owner.callParallel(this, loop);
                code.aload(frame.activation())
                        .invokevirtual(Types.ACTIVATION, "hasReturned", Types.method(Types.BOOLEAN))
                        .ifne(exit);
            }
            case Step.Range loop -> range(loop);
            case Step.While loop -> repeat(loop);
            case Step.Break _ -> {
                if (loopEnd == null) {
                    throw new IllegalStateException("break outside a loop");
                }
                code.goto_(loopEnd);
            }
        }
    }

    /** Leaves the value of {@code expression}, computed here when it is native, else by a method of its own. */
    void value(Code expression) {
        if (Inline.isNative(expression) || expression instanceof Code.Read read && read.bound()) {
            emit(expression);
        } else {
            owner.callOperation(this, expression);
        }
    }

    private void boxedValue(Code expression) {
        value(expression);
        box(expression.type());
    }

    /** Leaves whether {@code expression} is true. */
    void condition(Code expression) {
        if (Inline.isNative(expression)) {
            truth(expression);
        } else {
            owner.callCondition(this, expression);
        }
    }

    private void perform(Step.Perform perform) {
        Code.Invoke invoke = perform.invoke();
        owner.callOperation(this, invoke);
        bind(invoke, perform.result());
        if (perform.ends()) {
            code.goto_(exit);
        }
    }

    private void emitIf(Step.If step) {
        Label otherwise = code.newLabel();
        condition(step.condition());
        code.ifeq(otherwise);
        emit(step.then());
        if (step.otherwise().isEmpty()) {
            code.labelBinding(otherwise);
            return;
        }
        Label end = code.newLabel();
        code.goto_(end).labelBinding(otherwise);
        emit(step.otherwise());
        code.labelBinding(end);
    }

    private void forEach(Step.ForEach loop) {
        boxedValue(loop.collection());
        code.invokestatic(Types.LOOPS, "elements", Types.method(Types.ITERATOR, Types.OBJECT));
        int iterator = frame.allocate(Type.VALUE);
        code.astore(iterator);
        int counter = frame.allocate(Type.INTEGER);
        code.lconst_0().lstore(counter);
        Label next = code.newLabel();
        Label end = code.newLabel();
        code.labelBinding(next);
        frame.enter(loop.site());
        at(loop.collection().span());
        code.aload(iterator).invokeinterface(Types.ITERATOR, "hasNext", Types.method(Types.BOOLEAN)).ifeq(end);
        code.aload(iterator).invokeinterface(Types.ITERATOR, "next", Types.method(Types.OBJECT));
        clear(loop.locals());
        store(loop.item());
        bindIndex(loop.index(), counter);
        code.lload(counter).lconst_1().ladd().lstore(counter);
        Code filter = loop.filter();
        if (filter != null) {
            condition(filter);
            code.ifeq(next);
        }
        body(loop.body(), end);
        code.goto_(next).labelBinding(end);
    }

    private void bindIndex(@Nullable Slot index, int counter) {
        if (index != null) {
            code.lload(counter);
            if (index.type() == Type.VALUE) {
                box(Type.INTEGER);
            }
            store(index);
        }
    }

    /** Unbinds the variables of a loop's body. */
    private void clear(List<Slot> locals) {
        for (Slot local : locals) {
            if (local.isReadUnbound()) {
                code.aconst_null();
                store(local);
            }
        }
    }

    private void body(List<Step> steps, Label end) {
        Label outer = loopEnd;
        loopEnd = end;
        emit(steps);
        loopEnd = outer;
    }

    private void range(Step.Range loop) {
        int counter = frame.allocate(Type.INTEGER);
        int limit = frame.allocate(Type.INTEGER);
        bound(loop.from());
        code.lstore(counter);
        bound(loop.to());
        code.lstore(limit);
        Label next = code.newLabel();
        Label end = code.newLabel();
        code.labelBinding(next).lload(counter).lload(limit).lcmp().ifge(end);
        clear(loop.locals());
        bindIndex(loop.variable(), counter);
        code.lload(counter).lconst_1().ladd().lstore(counter);
        body(loop.body(), end);
        code.goto_(next).labelBinding(end);
    }

    private void bound(Code bound) {
        if (bound.type() == Type.INTEGER) {
            value(bound);
            return;
        }
        boxedValue(bound);
        at(bound.span());
        code.invokestatic(Types.LOOPS, "bound", Types.method(Types.LONG, Types.OBJECT));
    }

    private void repeat(Step.While loop) {
        Label next = code.newLabel();
        Label end = code.newLabel();
        code.labelBinding(next);
        frame.enter(loop.site());
        condition(loop.condition());
        code.ifeq(end);
        body(loop.body(), end);
        code.goto_(next).labelBinding(end);
    }
}
