package org.arolang.compiler.code;

import java.util.List;
import org.arolang.language.source.Span;
import org.arolang.language.tree.Expression.Operator;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.code.Function;
import org.arolang.runtime.code.Supplier;
import org.arolang.runtime.value.Shape;
import org.jspecify.annotations.Nullable;

/** An expression in executable form. The span is what a failure of just this part is blamed on. */
public sealed interface Code {

    /**
     * What is known of its value. Depends on the types of slots, so it may change until types are inferred. Asks each operand once: asking
     * twice on every level would take for ever on long sums.
     */
    Type type();

    Span span();

    /** A value known when the program is loaded. */
    record Constant(Object value, Span span) implements Code {
        @Override
        public Type type() {
            return switch (value) {
                case Long _ -> Type.INTEGER;
                case Double _ -> Type.FLOAT;
                case Boolean _ -> Type.BOOLEAN;
                default -> Type.VALUE;
            };
        }
    }

    /**
     * The value of a variable.
     *
     * @param bound whether it is certainly bound here; otherwise reading it may fail
     * @param label how a failure names it: {@code 'x'} as an object, {@code x} in an expression
     */
    record Read(Slot slot, boolean bound, String label, Span span) implements Code {
        @Override
        public Type type() {
            return slot.type();
        }
    }

    /** The value of a variable, or nothing while it is unbound. Only as an operand of {@link Invoke}, or bound to another variable. */
    record Peek(Slot slot, Span span) implements Code {
        @Override
        public Type type() {
            return Type.VALUE;
        }
    }

    /** Nothing: an operand that is never bound. */
    record Absent(Span span) implements Code {
        @Override
        public Type type() {
            return Type.VALUE;
        }
    }

    /**
     * A value that the runtime supplies.
     *
     * @param label how a failure names it when there is none; null when nothing is an acceptable answer
     */
    record Supplied(Supplier supplier, @Nullable String label, Span span) implements Code {
        @Override
        public Type type() {
            return Type.VALUE;
        }
    }

    /** {@code bound} if {@code slot} is bound, else {@code unbound}. */
    record Either(Slot slot, Code bound, Code unbound, Span span) implements Code {
        @Override
        public Type type() {
            return Type.VALUE;
        }
    }

    /** A function of one value. */
    record Apply(Function function, Code input, Span span) implements Code {
        @Override
        public Type type() {
            return Type.VALUE;
        }
    }

    /** A binary operation. */
    record Binary(Operator operator, Code left, Code right, Span span) implements Code {
        @Override
        public Type type() {
            return switch (operator) {
                case OR, AND, EQUAL, NOT_EQUAL, CONTAINS, MATCHES, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> Type.BOOLEAN;
                case ADD, SUBTRACT, MULTIPLY, DIVIDE -> arithmetic();
                case REMAINDER -> left.type() == Type.INTEGER && right.type() == Type.INTEGER ? Type.INTEGER : Type.VALUE;
                case CONCATENATE -> Type.VALUE;
            };
        }

        private Type arithmetic() {
            Type first = left.type();
            Type second = first.isNumber() ? right.type() : Type.VALUE;
            if (!second.isNumber()) {
                return Type.VALUE;
            }
            return first == Type.FLOAT || second == Type.FLOAT ? Type.FLOAT : Type.INTEGER;
        }
    }

    record Negate(Code operand, Span span) implements Code {
        @Override
        public Type type() {
            Type type = operand.type();
            return type.isNumber() ? type : Type.VALUE;
        }
    }

    record Not(Code operand, Span span) implements Code {
        @Override
        public Type type() {
            return Type.BOOLEAN;
        }
    }

    /** {@code base[index]}. */
    record Subscript(Code base, Code index, Span span) implements Code {
        @Override
        public Type type() {
            return Type.VALUE;
        }
    }

    /** Whether the operand can be evaluated ([SYN-625]). */
    record Succeeds(Code operand, boolean negated, Span span) implements Code {
        @Override
        public Type type() {
            return Type.BOOLEAN;
        }
    }

    /** Whether the operand is empty or cannot be evaluated ([VAL-67]). */
    record IsEmpty(Code operand, boolean negated, Span span) implements Code {
        @Override
        public Type type() {
            return Type.BOOLEAN;
        }
    }

    /** A test of one value: a type test, a pattern. */
    record Test(org.arolang.runtime.code.Test test, Code input, boolean negated, Span span) implements Code {
        @Override
        public Type type() {
            return Type.BOOLEAN;
        }
    }

    /** A test of two values: the pattern of a case against another variable. */
    record PairTest(org.arolang.runtime.code.PairTest test, Code left, Code right, Span span) implements Code {
        @Override
        public Type type() {
            return Type.BOOLEAN;
        }
    }

    /** A list literal. */
    record ListOf(List<Code> elements, Span span) implements Code {
        @Override
        public Type type() {
            return Type.VALUE;
        }
    }

    /**
     * An object literal.
     *
     * @param shape its keys
     * @param values in source order
     * @param positions where in the shape each value belongs; -1 for one that a later entry of the same key replaces
     */
    record ObjectOf(Shape shape, List<Code> values, List<Integer> positions, Span span) implements Code {
        @Override
        public Type type() {
            return Type.VALUE;
        }
    }

    /** The texts of the parts, joined. */
    record Join(List<Code> parts, Span span) implements Code {
        @Override
        public Type type() {
            return Type.VALUE;
        }
    }

    /** The variables bound at this place as a {@link org.arolang.runtime.execution.Scope}. */
    record Capture(List<Slot> slots, Span span) implements Code {
        @Override
        public Type type() {
            return Type.VALUE;
        }
    }

    /**
     * The operation of a statement.
     *
     * @param operands by operand index
     * @param order the operands' indexes in the order in which they are evaluated
     * @param outs operands that the operation sets, and the variables they are
     */
    record Invoke(Operation operation, List<Code> operands, List<Integer> order, List<Out> outs, Span span) implements Code {
        @Override
        public Type type() {
            return Type.VALUE;
        }
    }

    /** An operand that an operation sets. */
    record Out(int operand, Slot slot) {}
}
