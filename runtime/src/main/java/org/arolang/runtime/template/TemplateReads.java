package org.arolang.runtime.template;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.code.Function;
import org.arolang.runtime.code.Reads;
import org.arolang.runtime.value.Access;
import org.arolang.runtime.value.Arithmetic;
import org.arolang.runtime.value.FieldSite;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.Null;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.Operations;
import org.arolang.runtime.value.Parameters;
import org.arolang.runtime.value.PathStep;

/** What expressions of templates do differently from those of feature sets. Each object belongs to one place of a template. */
public final class TemplateReads {

    private TemplateReads() {}

    /** {@code <base: qualifier>}: a property that an object does not have reads as null ([WEB-313]). */
    public static Function path(String raw, List<String> specifiers) {
        if (raw.indexOf('|') >= 0) {
            return Reads.path(raw, specifiers);
        }
        if (specifiers.size() == 1) {
            return step(specifiers.getFirst());
        }
        Function[] steps = specifiers.stream().map(TemplateReads::step).toArray(Function[]::new);
        return input -> {
            Object value = input;
            for (Function step : steps) {
                value = step.apply(value);
            }
            return value;
        };
    }

    /** One step of a path. */
    public static Function step(String part) {
        FieldSite site = new FieldSite(part);
        PathStep other = new PathStep(part);
        return input -> {
            if (input instanceof ObjectValue object) {
                Object value = site.read(object);
                return value != null ? value : missing(object, part);
            }
            return input == Null.NULL ? Null.NULL : stepInto(input, other);
        };
    }

    /** What an object gives that has no such property: the value qualifier of that name if it fits ([VAL-90]), else nothing. */
    private static Object missing(ObjectValue object, String part) {
        org.arolang.runtime.value.Operation operation = Operations.find(part);
        if (operation != null && operation.standsAlone()) {
            try {
                return operation.apply(object, Parameters.NONE);
            } catch (Failure _) {
                return Null.NULL;
            }
        }
        return Null.NULL;
    }

    private static Object stepInto(Object value, PathStep step) {
        try {
            return step.apply(value);
        } catch (Failure failure) {
            if (value instanceof ListValue || Access.hasProperties(value) && !failure.text().startsWith("Undefined member")) {
                throw failure;
            }
            throw new Failure("Cannot access property '" + step.part() + "' on value");
        }
    }

    /** What a loop runs over ([WEB-314]): a list's elements, an object's values, nothing for everything else. */
    public static Object elements(Object collection) {
        return switch (collection) {
            case ListValue list -> list;
            case ObjectValue object -> values(object);
            default -> ListValue.EMPTY;
        };
    }

    /** The values in order of the keys, which count as numbers when all of them are integers. */
    private static ListValue values(ObjectValue object) {
        if (!object.keys().stream().allMatch(key -> key.matches("-?\\d{1,18}"))) {
            return object.values();
        }
        return ListValue.copyOf(IntStream.range(0, object.size())
                .boxed()
                .sorted(Comparator.comparingLong(i -> Long.parseLong(object.keyAt(i))))
                .map(object::valueAt)
                .toList());
    }

    /** Arithmetic of two operands: floating point between numbers ([WEB-312]). */
    public static Operation arithmetic(Arithmetics kind) {
        return switch (kind) {
            case ADD -> (_, operands) -> isNumbers(operands)
                    ? (Object) (number(operands[0]) + number(operands[1]))
                    : Arithmetic.add(operands[0], operands[1]);
            case SUBTRACT -> (_, operands) -> isNumbers(operands)
                    ? (Object) (number(operands[0]) - number(operands[1]))
                    : Arithmetic.subtract(operands[0], operands[1]);
            case MULTIPLY -> (_, operands) -> isNumbers(operands)
                    ? (Object) (number(operands[0]) * number(operands[1]))
                    : Arithmetic.multiply(operands[0], operands[1]);
            case DIVIDE -> (_, operands) -> isNumbers(operands)
                    ? (Object) Arithmetic.divide(number(operands[0]), number(operands[1]))
                    : Arithmetic.divide(operands[0], operands[1]);
            case REMAINDER -> (_, operands) -> remainder(operands);
        };
    }

    /** The kinds of arithmetic. */
    public enum Arithmetics {
        ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER
    }

    private static Object remainder(Object[] operands) {
        if (!isNumbers(operands) || operands[0] instanceof Long && operands[1] instanceof Long) {
            return Arithmetic.remainder(operands[0], operands[1]);
        }
        double divisor = number(operands[1]);
        if (divisor == 0) {
            throw new Failure("Division by zero");
        }
        return number(operands[0]) % divisor;
    }

    private static boolean isNumbers(Object[] operands) {
        return operands[0] instanceof Number && operands[1] instanceof Number;
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
