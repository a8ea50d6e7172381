package org.arolang.cli.random;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Expressions over numbers, booleans and texts, with their values as the rules say ([VAL-20] to [VAL-57]): an evaluator that shares nothing
 * with the implementation. Values are {@link Long}, {@link Double}, {@link Boolean}, {@link String}.
 */
sealed interface Numeric {

    /** The value, by the values of variables. */
    Object value(Map<String, Object> variables) throws Failing;

    /** The expression as a program has it, with the parentheses it needs where only operators tighter than {@code level} may stand. */
    String text(int level);

    /** Why an expression has no value. */
    final class Failing extends Exception {
        Failing(String cause) {
            super(cause, null, false, false);
        }
    }

    record Constant(Object constant, String written) implements Numeric {
        @Override
        public Object value(Map<String, Object> variables) {
            return constant;
        }

        @Override
        public String text(int level) {
            return written;
        }
    }

    record Variable(String name) implements Numeric {
        @Override
        public Object value(Map<String, Object> variables) {
            return variables.get(name);
        }

        @Override
        public String text(int level) {
            return "<" + name + ">";
        }
    }

    record Minus(Numeric operand) implements Numeric {
        @Override
        public Object value(Map<String, Object> variables) throws Failing {
            return switch (operand.value(variables)) {
                case Long number -> exact(BigInteger.valueOf(number).negate());
                case Double number -> -number;
                case Object other -> throw new Failing("Type mismatch: Cannot negate " + kind(other));
            };
        }

        @Override
        public String text(int level) {
            return "-" + operand.text(7);
        }
    }

    record Not(Numeric operand) implements Numeric {
        @Override
        public Object value(Map<String, Object> variables) throws Failing {
            return !isTrue(operand.value(variables));
        }

        @Override
        public String text(int level) {
            return level >= 2 ? "(not (" + operand.text(0) + "))" : "not (" + operand.text(0) + ")";
        }
    }

    record Binary(String operator, Numeric left, Numeric right) implements Numeric {

        @Override
        public Object value(Map<String, Object> variables) throws Failing {
            Object first = left.value(variables);
            switch (operator) {
                case "and" -> {
                    return isTrue(first) && isTrue(right.value(variables));
                }
                case "or" -> {
                    return isTrue(first) || isTrue(right.value(variables));
                }
                default -> {}
            }
            Object second = right.value(variables);
            return switch (operator) {
                case "==" -> isEqual(first, second);
                case "!=" -> !isEqual(first, second);
                case "<" -> compares(first, second) && compare(first, second) < 0;
                case "<=" -> compares(first, second) && compare(first, second) <= 0;
                case ">" -> compares(first, second) && compare(first, second) > 0;
                case ">=" -> compares(first, second) && compare(first, second) >= 0;
                default -> arithmetic(operator, first, second);
            };
        }

        @Override
        public String text(int level) {
            int own = level();
            boolean isLogic = own <= 4;
            String text = left.text(isLogic ? 4 : own - 1) + " " + operator + " " + right.text(isLogic ? 4 : own);
            return level >= own ? "(" + text + ")" : text;
        }

        private int level() {
            return switch (operator) {
                case "or" -> 1;
                case "and" -> 2;
                case "==", "!=" -> 3;
                case "<", "<=", ">", ">=" -> 4;
                case "+", "-" -> 5;
                default -> 6;
            };
        }
    }

    Pattern NUMERIC = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

    private static Object arithmetic(String operator, Object left, Object right) throws Failing {
        if (operator.equals("%")) {
            if (!(left instanceof Long a) || !(right instanceof Long b)) {
                throw new Failing("Type mismatch: Expected integers for modulo operation");
            }
            if (b == 0) {
                throw new Failing("Division by zero");
            }
            return exact(BigInteger.valueOf(a).remainder(BigInteger.valueOf(b)));
        }
        if (operator.equals("*") && (left instanceof String ^ right instanceof String)) {
            Object text = left instanceof String ? left : right;
            Object count = left instanceof String ? right : left;
            if (count instanceof Long || count instanceof Double) {
                return ((String) text).repeat((int) Math.max(0, ((Number) count).doubleValue()));
            }
        }
        if (operator.equals("+") && (isText(left) || isText(right))) {
            return text(left) + text(right);
        }
        if (left instanceof Long a && right instanceof Long b) {
            BigInteger x = BigInteger.valueOf(a);
            BigInteger y = BigInteger.valueOf(b);
            return switch (operator) {
                case "+" -> exact(x.add(y));
                case "-" -> exact(x.subtract(y));
                case "*" -> exact(x.multiply(y));
                default -> {
                    if (b == 0) {
                        throw new Failing("Division by zero");
                    }
                    yield exact(x.divide(y));
                }
            };
        }
        double x = number(left);
        double y = number(right);
        return switch (operator) {
            case "+" -> x + y;
            case "-" -> x - y;
            case "*" -> x * y;
            default -> {
                if (y == 0) {
                    throw new Failing("Division by zero");
                }
                yield x / y;
            }
        };
    }

    private static Long exact(BigInteger number) throws Failing {
        if (number.bitLength() > 63) {
            throw new Failing("Integer overflow");
        }
        return number.longValue();
    }

    private static boolean isNumeric(Object value) {
        return value instanceof Long || value instanceof Double || value instanceof String text && NUMERIC.matcher(text).matches();
    }

    /** A string that is no number. */
    private static boolean isText(Object value) {
        return value instanceof String && !isNumeric(value);
    }

    private static double number(Object value) throws Failing {
        if (!isNumeric(value)) {
            throw new Failing("Type mismatch: Cannot convert " + kind(value) + " to number");
        }
        return value instanceof Number number ? number.doubleValue() : Double.parseDouble((String) value);
    }

    /** Whether the two have an order; NaN has none. */
    private static boolean compares(Object left, Object right) throws Failing {
        if (left instanceof String && right instanceof String && !(isNumeric(left) && isNumeric(right))) {
            return true;
        }
        return !Double.isNaN(number(left)) & !Double.isNaN(number(right));
    }

    private static int compare(Object left, Object right) throws Failing {
        if (left instanceof Long a && right instanceof Long b) {
            return Long.compare(a, b);
        }
        if (left instanceof String a && right instanceof String b && !(isNumeric(a) && isNumeric(b))) {
            return a.compareTo(b);
        }
        double difference = number(left) - number(right);
        return number(left) == number(right) ? 0 : difference < 0 ? -1 : 1;
    }

    private static boolean isEqual(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            return a.equals(b);
        }
        if (left instanceof Number a && right instanceof Number b) {
            return a.doubleValue() == b.doubleValue();
        }
        return text(left).equals(text(right));
    }

    static boolean isTrue(Object value) {
        return switch (value) {
            case Boolean truth -> truth;
            case Long number -> number != 0;
            case Double number -> number != 0 && !Double.isNaN(number);
            case Object text -> !text.equals("");
        };
    }

    private static String kind(Object value) {
        return switch (value) {
            case Long _ -> "Integer";
            case Double _ -> "Float";
            case Boolean _ -> "Boolean";
            default -> "String";
        };
    }

    /** The text of a value ([VAL-120], [VAL-121]). */
    static String text(Object value) {
        return value instanceof Double number ? text(number.doubleValue()) : value.toString();
    }

    private static String text(double number) {
        if (Double.isNaN(number)) {
            return "nan";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        double size = Math.abs(number);
        if (size == 0) {
            return 1 / number > 0 ? "0.0" : "-0.0";
        }
        BigDecimal digits = shortest(number).stripTrailingZeros();
        if (size >= 0.0001 && size <= 9_007_199_254_740_992.0) {
            String plain = digits.toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        String unscaled = digits.unscaledValue().abs().toString();
        int exponent = unscaled.length() - 1 - digits.scale();
        String fraction = unscaled.length() > 1 ? "." + unscaled.substring(1) : "";
        String sign = number < 0 ? "-" : "";
        return sign + unscaled.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
    }

    private static BigDecimal shortest(double number) {
        BigDecimal exact = new BigDecimal(number);
        int digits = 1;
        while (exact.round(new MathContext(digits)).doubleValue() != number) {
            digits++;
        }
        return exact.round(new MathContext(digits));
    }
}
