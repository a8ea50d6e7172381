package org.arolang.runtime.value;

import java.time.Instant;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * The notions of equality ([VAL-30] to [VAL-33]). They differ on purpose: programs depend on each.
 */
public final class Equality {

    private Equality() {}

    /** {@code ==} ([VAL-30]). */
    @SuppressWarnings("ReferenceEquality") // What is identical need not be compared.
    public static boolean loose(Object left, Object right) {
        if (left == right) return !(left instanceof Double number && number.isNaN());
        if (left instanceof Long a && right instanceof Long b) return a.longValue() == b.longValue();
        if (left == Null.NULL || right == Null.NULL) return false;
        String a = Text.string(left);
        String b = Text.string(right);
        if (a != null && b != null) {
            return Text.same(a, b) || sameDate(a, b);
        }
        if (isNumber(left) && isNumber(right)) return sameNumber((Number) left, (Number) right);
        if (left instanceof Boolean && right instanceof Boolean) return left.equals(right);
        if (left instanceof Instant || right instanceof Instant) {
            Instant first = Dates.of(left);
            Instant second = Dates.of(right);
            if (first != null && second != null) return first.equals(second);
        }
        if (left instanceof ListValue x && right instanceof ListValue y) return deepLists(x, y);
        if (left instanceof ObjectValue x && right instanceof ObjectValue y) return deepObjects(x, y);
        if (left instanceof Binary && right instanceof Binary) return left.equals(right);
        return Text.same(a != null ? a : Text.of(left), b != null ? b : Text.of(right));
    }

    private static boolean sameDate(String left, String right) {
        Instant first = Dates.parse(left);
        return first != null && first.equals(Dates.parse(right));
    }

    public static boolean loose(long left, long right) {
        return left == right;
    }

    public static boolean loose(double left, double right) {
        return left == right;
    }

    /** Deep equality ([VAL-31]): of the same kind and equal all the way down, integers and floats being one kind. */
    @SuppressWarnings("ReferenceEquality") // What is identical need not be compared.
    public static boolean deep(Object left, Object right) {
        if (left == right) return !(left instanceof Double number && number.isNaN());
        if (left instanceof String && right instanceof String || left instanceof MarkedText || right instanceof MarkedText) {
            String a = Text.string(left);
            String b = Text.string(right);
            return a != null && b != null && Text.same(a, b);
        }
        if (isNumber(left)) return isNumber(right) && sameNumber((Number) left, (Number) right);
        if (left instanceof ListValue x) return right instanceof ListValue y && deepLists(x, y);
        if (left instanceof ObjectValue x) return right instanceof ObjectValue y && deepObjects(x, y);
        return left.equals(right);
    }

    private static boolean deepLists(ListValue left, ListValue right) {
        if (!(left instanceof StreamValue) && !(right instanceof StreamValue) && left.size() != right.size()) return false;
        Iterator<Object> a = left.iterator();
        Iterator<Object> b = right.iterator();
        try {
            while (a.hasNext() && b.hasNext()) {
                if (!deep(a.next(), b.next())) return false;
            }
            return !a.hasNext() && !b.hasNext();
        } finally {
            StreamValue.close(a);
            StreamValue.close(b);
        }
    }

    private static boolean deepObjects(ObjectValue left, ObjectValue right) {
        if (!sameKeys(left, right)) return false;
        for (int i = 0; i < left.size(); i++) {
            if (!deep(left.valueAt(i), right.valueAt(i))) return false;
        }
        return true;
    }

    /** Whether the objects have the same keys, hence the same places. */
    private static boolean sameKeys(ObjectValue left, ObjectValue right) {
        if (left.shape() == right.shape()) return true;
        if (left.size() != right.size()) return false;
        for (int i = 0; i < left.size(); i++) {
            if (!left.keyAt(i).equals(right.keyAt(i))) return false;
        }
        return true;
    }

    /** {@code case <literal>} ([VAL-33]): the same kind and equal. */
    public static boolean literal(Object subject, Object literal) {
        return deep(subject, literal);
    }

    /** {@code case <variable>} ([VAL-33]): of one kind deep equality, of different kinds the same text. */
    public static boolean variablePattern(Object subject, Object value) {
        if (Kind.of(subject) == Kind.of(value) || isNumber(subject) && isNumber(value)) return deep(subject, value);
        if (subject instanceof ListValue && value instanceof ListValue) return deep(subject, value);
        return subject != Null.NULL && value != Null.NULL && Text.same(Text.of(subject), Text.of(value));
    }

    /** {@code where <f> is v} on lists in memory ([VAL-33], [DATA-176]): null only null, else the same text. */
    public static boolean inMemoryWhere(Object field, Object value) {
        if (field == Null.NULL || value == Null.NULL) return field.equals(value);
        if (field instanceof String a && value instanceof String b) return Text.same(a, b);
        if (isNumber(field) && isNumber(value)) return field.equals(value);
        if (field instanceof Boolean && value instanceof Boolean) return field.equals(value);
        return Text.same(Text.of(field), Text.of(value));
    }

    /**
     * {@code where <f> is v} on a repository ([VAL-33], [APP-110]): the same kind and the same value. Agrees with the Java equality of
     * {@link RepositoryKey}.
     */
    public static boolean repositoryWhere(Object field, Object value) {
        if (field instanceof String a && value instanceof String b) return Text.same(a, b);
        if (isNumber(field) && isNumber(value)) return Numbers.compare((Number) field, (Number) value) == 0;
        return RepositoryKey.of(field).equals(RepositoryKey.of(value));
    }

    /** A hash that deeply equal values share. */
    public static int hashOf(Object value) {
        return switch (value) {
            case Long number -> Double.hashCode((double) number + 0.0);
            case Double number -> Double.hashCode(number + 0.0);
            case String text -> Text.normal(text).hashCode();
            case MarkedText text -> Text.normal(text.text()).hashCode();
            default -> value.hashCode();
        };
    }

    /** Deep equality with NaN equal to itself, as Java's {@code equals} has to be. */
    @SuppressWarnings("ReferenceEquality") // What is identical need not be compared.
    static boolean same(Object left, Object right) {
        if (left == right) return true;
        if (left instanceof Double a && a.isNaN()) return right instanceof Double b && b.isNaN();
        if (left instanceof ListValue x) return right instanceof ListValue y && sameList(x, y);
        if (left instanceof ObjectValue x) return right instanceof ObjectValue y && sameObject(x, y);
        return deep(left, right);
    }

    @SuppressWarnings("ReferenceEquality") // What is identical need not be compared.
    static boolean sameList(ListValue left, ListValue right) {
        if (left == right) return true;
        if (left.size() != right.size()) return false;
        for (int i = 0; i < left.size(); i++) {
            if (!same(left.get(i), right.get(i))) return false;
        }
        return true;
    }

    @SuppressWarnings("ReferenceEquality") // What is identical need not be compared.
    static boolean sameObject(ObjectValue left, ObjectValue right) {
        if (left == right) return true;
        if (!sameKeys(left, right)) return false;
        for (int i = 0; i < left.size(); i++) {
            if (!same(left.valueAt(i), right.valueAt(i))) return false;
        }
        return true;
    }

    /** A wrapper whose Java equality is deep equality, for sets and maps of any values. */
    record DeepKey(Object value) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof DeepKey key && same(value, key.value);
        }

        @Override
        public int hashCode() {
            return hashOf(value);
        }
    }

    private static boolean isNumber(Object value) {
        return value instanceof Long || value instanceof Double;
    }

    private static boolean sameNumber(Number left, Number right) {
        if (left instanceof Long a && right instanceof Long b) return a.longValue() == b.longValue();
        return left.doubleValue() == right.doubleValue();
    }
}
