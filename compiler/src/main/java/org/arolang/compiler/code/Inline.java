package org.arolang.compiler.code;

/**
 * Which expressions are evaluated where control flow is, on unboxed numbers and booleans, without the runtime. Everything else becomes an
 * operation, a method of its own. Both back ends draw the line here.
 */
public final class Inline {

    private Inline() {}

    /** Whether {@code code} consists of arithmetic, comparison and logic on numbers and booleans of known type. */
    public static boolean isNative(Code code) {
        return switch (code) {
            case Code.Constant constant -> constant.type() != Type.VALUE;
            case Code.Read read -> read.type() != Type.VALUE;
            case Code.Negate negate -> negate.type() != Type.VALUE && isNative(negate.operand());
            case Code.Not not -> isNative(not.operand());
            case Code.Binary binary -> isNative(binary.left()) && isNative(binary.right()) && isNativeOperator(binary);
            default -> false;
        };
    }

    private static boolean isNativeOperator(Code.Binary binary) {
        Type left = binary.left().type();
        Type right = binary.right().type();
        return switch (binary.operator()) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> left.isNumber() && right.isNumber();
            case REMAINDER -> left == Type.INTEGER && right == Type.INTEGER;
            case EQUAL, NOT_EQUAL -> left.isNumber() && right.isNumber() || left == Type.BOOLEAN && right == Type.BOOLEAN;
            case AND, OR -> true;
            case CONTAINS, MATCHES, CONCATENATE -> false;
        };
    }
}
