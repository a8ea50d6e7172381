package org.arolang.compiler.jvm;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.util.List;
import org.arolang.compiler.code.Code;
import org.arolang.compiler.code.Slot;
import org.arolang.compiler.code.Type;
import org.arolang.language.source.Span;
import org.arolang.language.tree.Expression.Operator;
import org.jspecify.annotations.Nullable;

/** Emits the bytecode of expressions. What is emitted leaves one value of the expression's type on the stack. */
class ExpressionEmitter {

    final CodeBuilder code;
    final ClassEmitter owner;
    final Frame frame;

    ExpressionEmitter(CodeBuilder code, ClassEmitter owner, Frame frame) {
        this.code = code;
        this.owner = owner;
        this.frame = frame;
    }

    /** Emits {@code value} and boxes it. */
    void boxed(Code value) {
        emit(value);
        box(value.type());
    }

    void box(Type type) {
        switch (type) {
            case INTEGER -> code.invokestatic(Types.BOXED_LONG, "valueOf", Types.method(Types.BOXED_LONG, Types.LONG));
            case FLOAT -> code.invokestatic(Types.BOXED_DOUBLE, "valueOf", Types.method(Types.BOXED_DOUBLE, Types.DOUBLE));
            case BOOLEAN -> code.invokestatic(Types.BOXED_BOOLEAN, "valueOf", Types.method(Types.BOXED_BOOLEAN, Types.BOOLEAN));
            case VALUE -> {}
        }
    }

    void unbox(Type type) {
        switch (type) {
            case INTEGER ->
                code.checkcast(Types.BOXED_LONG).invokevirtual(Types.BOXED_LONG, "longValue", Types.method(Types.LONG));
            case FLOAT ->
                code.checkcast(Types.BOXED_DOUBLE).invokevirtual(Types.BOXED_DOUBLE, "doubleValue", Types.method(Types.DOUBLE));
            case BOOLEAN ->
                code.checkcast(Types.BOXED_BOOLEAN).invokevirtual(Types.BOXED_BOOLEAN, "booleanValue", Types.method(Types.BOOLEAN));
            case VALUE -> {}
        }
    }

    /** From now on a failure is blamed on {@code span}. */
    void at(Span span) {
        code.loadConstant(owner.place(frame.site(), span)).istore(frame.at());
    }

    void emit(Code value) {
        switch (value) {
            case Code.Constant constant -> constant(constant.value());
            case Code.Read read -> read(read);
            case Code.Peek peek -> {
                load(peek.slot());
                box(peek.slot().type());
            }
            case Code.Absent _ -> code.aconst_null();
            case Code.Supplied supplied -> supplied(supplied);
            case Code.Either either -> either(either);
            case Code.Apply apply -> {
                field(apply.function(), Types.FUNCTION);
                boxed(apply.input());
                at(apply.span());
                code.invokeinterface(Types.FUNCTION, "apply", Types.method(Types.OBJECT, Types.OBJECT));
            }
            case Code.Binary binary -> binary(binary);
            case Code.Negate negate -> negate(negate);
            case Code.Not not -> {
                truth(not.operand());
                code.iconst_1().ixor();
            }
            case Code.Subscript subscript -> {
                boxed(subscript.base());
                boxed(subscript.index());
                at(subscript.span());
                code.invokestatic(Types.ACCESS, "subscript", Types.method(Types.OBJECT, Types.OBJECT, Types.OBJECT));
            }
            case Code.Succeeds succeeds -> {
                attempt(succeeds.operand());
                isNull(!succeeds.negated());
            }
            case Code.IsEmpty empty -> {
                attempt(empty.operand());
                code.invokestatic(Types.ACCESS, "isEmpty", Types.method(Types.BOOLEAN, Types.OBJECT));
                invertIf(empty.negated());
            }
            case Code.Test test -> {
                field(test.test(), Types.TEST);
                boxed(test.input());
                at(test.span());
                code.invokeinterface(Types.TEST, "test", Types.method(Types.BOOLEAN, Types.OBJECT));
                invertIf(test.negated());
            }
            case Code.PairTest test -> {
                field(test.test(), Types.PAIR_TEST);
                boxed(test.left());
                boxed(test.right());
                at(test.span());
                code.invokeinterface(Types.PAIR_TEST, "test", Types.method(Types.BOOLEAN, Types.OBJECT, Types.OBJECT));
            }
            case Code.ListOf list -> {
                array(list.elements());
                code.invokestatic(Types.LIST, "owning", Types.method(Types.LIST, Types.OBJECTS));
            }
            case Code.ObjectOf object -> object(object);
            case Code.Join join -> join(join);
            case Code.Capture capture -> capture(capture);
            case Code.Invoke invoke -> invoke(invoke);
        }
    }

    private void constant(Object value) {
        switch (value) {
            case Long number -> code.loadConstant((long) number);
            case Double number -> code.loadConstant((double) number);
            case Boolean truth -> code.loadConstant(truth ? 1 : 0);
            case String text when text.length() <= 16_000 -> code.loadConstant(text);
            default -> field(value, Types.OBJECT);
        }
    }

    void field(Object value, ClassDesc type) {
        Constants.Constant constant = owner.constants().add(value, type);
        code.getstatic(owner.self(), constant.field(), constant.type());
    }

    void load(Slot slot) {
        if (frame.isArray()) {
            code.aload(frame.values()).loadConstant(slot.number()).aaload();
            unbox(slot.type());
            return;
        }
        code.loadLocal(Types.kind(slot.type()), frame.local(slot));
    }

    void store(Slot slot) {
        if (frame.isArray()) {
            box(slot.type());
            code.aload(frame.values()).swap().loadConstant(slot.number()).swap().aastore();
            return;
        }
        code.storeLocal(Types.kind(slot.type()), frame.local(slot));
    }

    private void read(Code.Read read) {
        load(read.slot());
        if (!read.bound()) {
            at(read.span());
            requireBound(read.label());
        }
    }

    private void requireBound(String cause) {
        code.loadConstant(cause).invokestatic(Types.FAILURES, "bound", Types.method(Types.OBJECT, Types.OBJECT, Types.STRING));
    }

    private void supplied(Code.Supplied supplied) {
        at(supplied.span());
        field(supplied.supplier(), Types.SUPPLIER);
        code.aload(frame.activation()).invokeinterface(Types.SUPPLIER, "get", Types.method(Types.OBJECT, Types.ACTIVATION));
        String label = supplied.label();
        if (label != null) {
            requireBound(label);
        }
    }

    private void either(Code.Either either) {
        Label unbound = code.newLabel();
        Label end = code.newLabel();
        load(either.slot());
        code.ifnull(unbound);
        boxed(either.bound());
        code.goto_(end).labelBinding(unbound);
        boxed(either.unbound());
        code.labelBinding(end);
    }

    private void negate(Code.Negate negate) {
        Type type = negate.operand().type();
        switch (type) {
            case INTEGER, FLOAT -> {
                emit(negate.operand());
                at(negate.span());
                code.invokestatic(Types.ARITHMETIC, "negate", Types.method(Types.of(type), Types.of(type)));
            }
            case BOOLEAN, VALUE -> {
                boxed(negate.operand());
                at(negate.span());
                code.invokestatic(Types.ARITHMETIC, "negate", Types.method(Types.OBJECT, Types.OBJECT));
            }
        }
    }

    private void binary(Code.Binary binary) {
        switch (binary.operator()) {
            case AND -> shortCircuit(binary, false);
            case OR -> shortCircuit(binary, true);
            case ADD -> arithmetic(binary, "add");
            case SUBTRACT -> arithmetic(binary, "subtract");
            case MULTIPLY -> arithmetic(binary, "multiply");
            case DIVIDE -> arithmetic(binary, "divide");
            case REMAINDER -> remainder(binary);
            case EQUAL, NOT_EQUAL -> equality(binary);
            case LESS -> ordering(binary, "less");
            case LESS_OR_EQUAL -> ordering(binary, "lessOrEqual");
            case GREATER -> ordering(binary, "greater");
            case GREATER_OR_EQUAL -> ordering(binary, "greaterOrEqual");
            case CONTAINS -> runtimeTest(binary, Types.CONTAINS, "test");
            case MATCHES -> runtimeTest(binary, Types.MATCHING, "matches");
            case CONCATENATE -> {
                boxedOperands(binary);
                code.invokestatic(Types.TEXT, "concatenate", Types.method(Types.STRING, Types.OBJECT, Types.OBJECT));
            }
        }
    }

    private void shortCircuit(Code.Binary binary, boolean decides) {
        Label decided = code.newLabel();
        Label end = code.newLabel();
        truth(binary.left());
        if (decides) {
            code.ifne(decided);
        } else {
            code.ifeq(decided);
        }
        truth(binary.right());
        code.goto_(end).labelBinding(decided).loadConstant(decides ? 1 : 0).labelBinding(end);
    }

    private void boxedOperands(Code.Binary binary) {
        boxed(binary.left());
        boxed(binary.right());
        at(binary.span());
    }

    /** Emits both operands as numbers of {@code type}. */
    private void numericOperands(Code.Binary binary, Type type) {
        number(binary.left(), type);
        number(binary.right(), type);
        at(binary.span());
    }

    private void number(Code operand, Type type) {
        emit(operand);
        if (operand.type() == Type.INTEGER && type == Type.FLOAT) {
            code.l2d();
        }
    }

    private static Type numericType(Code.Binary binary) {
        Type left = binary.left().type();
        Type right = binary.right().type();
        if (!left.isNumber() || !right.isNumber()) {
            return Type.VALUE;
        }
        return left == Type.FLOAT || right == Type.FLOAT ? Type.FLOAT : Type.INTEGER;
    }

    private void arithmetic(Code.Binary binary, String method) {
        Type type = numericType(binary);
        if (type == Type.VALUE) {
            boxedOperands(binary);
            code.invokestatic(Types.ARITHMETIC, method, Types.method(Types.OBJECT, Types.OBJECT, Types.OBJECT));
            return;
        }
        numericOperands(binary, type);
        ClassDesc number = Types.of(type);
        code.invokestatic(Types.ARITHMETIC, method, Types.method(number, number, number));
    }

    private void remainder(Code.Binary binary) {
        if (binary.type() == Type.INTEGER) {
            numericOperands(binary, Type.INTEGER);
            code.invokestatic(Types.ARITHMETIC, "remainder", Types.method(Types.LONG, Types.LONG, Types.LONG));
            return;
        }
        boxedOperands(binary);
        code.invokestatic(Types.ARITHMETIC, "remainder", Types.method(Types.OBJECT, Types.OBJECT, Types.OBJECT));
    }

    private void equality(Code.Binary binary) {
        boolean negated = binary.operator() == Operator.NOT_EQUAL;
        Type type = numericType(binary);
        if (type != Type.VALUE) {
            numericOperands(binary, type);
            ClassDesc number = Types.of(type);
            code.invokestatic(Types.EQUALITY, "loose", Types.method(Types.BOOLEAN, number, number));
        } else if (binary.left().type() == Type.BOOLEAN && binary.right().type() == Type.BOOLEAN) {
            emit(binary.left());
            emit(binary.right());
            code.ixor().iconst_1().ixor();
        } else {
            boxedOperands(binary);
            code.invokestatic(Types.EQUALITY, "loose", Types.method(Types.BOOLEAN, Types.OBJECT, Types.OBJECT));
        }
        invertIf(negated);
    }

    private void ordering(Code.Binary binary, String method) {
        Type type = numericType(binary);
        if (type == Type.VALUE) {
            boxedOperands(binary);
            code.invokestatic(Types.ORDERING, method, Types.method(Types.BOOLEAN, Types.OBJECT, Types.OBJECT));
            return;
        }
        numericOperands(binary, type);
        ClassDesc number = Types.of(type);
        code.invokestatic(Types.ORDERING, method, Types.method(Types.BOOLEAN, number, number));
    }

    private void runtimeTest(Code.Binary binary, ClassDesc type, String method) {
        boxedOperands(binary);
        code.invokestatic(type, method, Types.method(Types.BOOLEAN, Types.OBJECT, Types.OBJECT));
    }

    /** Emits whether {@code value} is true ([VAL-20]). */
    void truth(Code value) {
        emit(value);
        switch (value.type()) {
            case BOOLEAN -> {}
            case INTEGER -> code.invokestatic(Types.TRUTH, "of", Types.method(Types.BOOLEAN, Types.LONG));
            case FLOAT -> code.invokestatic(Types.TRUTH, "of", Types.method(Types.BOOLEAN, Types.DOUBLE));
            case VALUE -> code.invokestatic(Types.TRUTH, "of", Types.method(Types.BOOLEAN, Types.OBJECT));
        }
    }

    private void invertIf(boolean negated) {
        if (negated) {
            code.iconst_1().ixor();
        }
    }

    private void isNull(boolean inverted) {
        Label isNull = code.newLabel();
        Label end = code.newLabel();
        code.ifnull(isNull)
                .loadConstant(inverted ? 1 : 0)
                .goto_(end)
                .labelBinding(isNull)
                .loadConstant(inverted ? 0 : 1)
                .labelBinding(end);
    }

    /** Emits the value of {@code operand}, or null when it cannot be evaluated. */
    private void attempt(Code operand) {
        owner.callAttempt(this, operand);
    }

    private void array(List<Code> elements) {
        code.loadConstant(elements.size()).anewarray(Types.OBJECT);
        for (int i = 0; i < elements.size(); i++) {
            code.dup().loadConstant(i);
            boxed(elements.get(i));
            code.aastore();
        }
    }

    private void object(Code.ObjectOf object) {
        field(object.shape(), Types.SHAPE);
        code.loadConstant(object.shape().size()).anewarray(Types.OBJECT);
        for (int i = 0; i < object.values().size(); i++) {
            int position = object.positions().get(i);
            if (position < 0) {
                boxed(object.values().get(i));
                code.pop();
            } else {
                code.dup().loadConstant(position);
                boxed(object.values().get(i));
                code.aastore();
            }
        }
        code.invokestatic(Types.RECORD, "ofShape", Types.method(Types.RECORD, Types.SHAPE, Types.OBJECTS));
    }

    private void join(Code.Join join) {
        code.new_(Types.STRING_BUILDER).dup().invokespecial(Types.STRING_BUILDER, "<init>", Types.method(Types.VOID));
        for (Code part : join.parts()) {
            if (part instanceof Code.Constant constant && constant.value() instanceof String) {
                emit(part);
                code.invokevirtual(Types.STRING_BUILDER, "append", Types.method(Types.STRING_BUILDER, Types.STRING));
            } else {
                code.dup();
                boxed(part);
                code.invokestatic(Types.TEXT, "appendTo", Types.method(Types.VOID, Types.STRING_BUILDER, Types.OBJECT));
            }
        }
        code.invokevirtual(Types.STRING_BUILDER, "toString", Types.method(Types.STRING));
    }

    private void capture(Code.Capture capture) {
        code.new_(Types.SCOPE).dup();
        field(capture.slots().stream().map(Slot::name).toArray(String[]::new), Types.STRINGS);
        code.loadConstant(capture.slots().size()).anewarray(Types.OBJECT);
        for (int i = 0; i < capture.slots().size(); i++) {
            code.dup().loadConstant(i);
            load(capture.slots().get(i));
            box(capture.slots().get(i).type());
            code.aastore();
        }
        code.aconst_null()
                .invokespecial(Types.SCOPE, "<init>", Types.method(Types.VOID, Types.STRINGS, Types.OBJECTS, Types.SCOPE));
    }

    /** Leaves the operation's value; with outs, the array of operands with the value behind them. */
    private void invoke(Code.Invoke invoke) {
        int count = invoke.operands().size();
        boolean outs = !invoke.outs().isEmpty();
        code.loadConstant(outs ? count + 1 : count).anewarray(Types.OBJECT);
        for (int index : invoke.order()) {
            code.dup().loadConstant(index);
            boxed(invoke.operands().get(index));
            code.aastore();
        }
        int operands = frame.allocate(Type.VALUE);
        code.astore(operands);
        at(invoke.span());
        field(invoke.operation(), Types.OPERATION);
        code.aload(frame.activation())
                .aload(operands)
                .invokeinterface(Types.OPERATION, "perform", Types.method(Types.OBJECT, Types.ACTIVATION, Types.OBJECTS));
        if (outs) {
            int value = frame.allocate(Type.VALUE);
            code.astore(value)
                    .aload(operands)
                    .loadConstant(count)
                    .aload(value)
                    .aastore()
                    .aload(operands);
        }
    }

    /** The variables that a parallel loop emitted here can see. */
    List<Slot> capturable() {
        return List.of();
    }

    /** Binds what a call of an operation's method left on the stack. */
    void bind(Code.Invoke invoke, @Nullable Slot result) {
        if (!invoke.outs().isEmpty()) {
            unpack(invoke, result);
        } else if (result == null) {
            code.pop();
        } else {
            store(result);
        }
    }

    private void unpack(Code.Invoke invoke, @Nullable Slot result) {
        int operands = frame.allocate(Type.VALUE);
        code.checkcast(Types.OBJECTS).astore(operands);
        for (Code.Out out : invoke.outs()) {
            Label unset = code.newLabel();
            code.aload(operands).loadConstant(out.operand()).aaload().ifnull(unset);
            code.aload(operands).loadConstant(out.operand()).aaload();
            store(out.slot());
            code.labelBinding(unset);
        }
        if (result != null) {
            code.aload(operands).loadConstant(invoke.operands().size()).aaload();
            store(result);
        }
    }
}
