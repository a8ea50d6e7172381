package org.arolang.runtime.actions.data;

import java.util.List;
import java.util.Locale;
import org.arolang.runtime.Violation;
import org.arolang.runtime.value.Access;
import org.arolang.runtime.value.Kind;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.Matching;
import org.arolang.runtime.value.Null;
import org.arolang.runtime.value.Ordering;
import org.arolang.runtime.value.RegexValue;
import org.arolang.runtime.value.Text;
import org.arolang.runtime.value.TypeTest;
import org.jspecify.annotations.Nullable;

/** What a value is validated by ([DATA-131]). Thread-safe. */
@FunctionalInterface
interface Criterion {

    /** The names of the rules, as messages list them. */
    String RULES = "email, exists, nonempty, numeric, required";

    /**
     * What is wrong with {@code subject}; empty when nothing is.
     *
     * @param subject the value; null when there is none, which only a criterion that {@link #takesMissing} sees
     */
    List<Violation> check(@Nullable Object subject);

    /** Whether a subject that does not exist is a violation instead of another failure. */
    default boolean takesMissing() {
        return false;
    }

    /** A criterion that finds one fault at most. */
    @FunctionalInterface
    interface Test {
        boolean holds(Object subject);
    }

    private static Criterion of(String message, Test test) {
        List<Violation> fault = List.of(new Violation("", message));
        return subject -> subject != null && test.holds(subject) ? List.of() : fault;
    }

    /** The rule of that name in any letter case, or null. */
    static @Nullable Criterion rule(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "required", "exists" -> required();
            case "nonempty" -> of("must not be empty", subject -> !Access.isEmpty(subject));
            case "email" -> of("must be an e-mail address", subject -> Text.string(subject) instanceof String text && isEmail(text));
            case "numeric" -> of("must be a number", subject -> Ordering.comparable(subject, 0L));
            default -> null;
        };
    }

    /** The rule that there is a value and that it says something. */
    static Criterion required() {
        return new Criterion() {
            private static final List<Violation> FAULT = List.of(new Violation("", "is required"));

            @Override
            public List<Violation> check(@Nullable Object subject) {
                return subject == null || isNothing(subject) ? FAULT : List.of();
            }

            @Override
            public boolean takesMissing() {
                return true;
            }
        };
    }

    /** The type word in any letter case ([VAL-65]), or null. */
    static @Nullable Criterion type(String word) {
        TypeTest test = TypeTest.of(word);
        return test == TypeTest.UNKNOWN
                ? null
                : subject -> subject != null && test.test(subject)
                        ? List.of()
                        : List.of(new Violation("", "expected " + word + ", got " + (subject == null ? "Null" : Kind.nameOf(subject))));
    }

    /** Whether the expression is found in the subject's text form. */
    static Criterion regex(RegexValue regex) {
        return of("must match /" + regex.pattern() + "/" + regex.flags(), subject -> Matching.find(regex, Text.of(subject)));
    }

    /** Whether the subject is true. */
    static Criterion condition() {
        return of("must be true", Boolean.TRUE::equals);
    }

    private static boolean isNothing(Object subject) {
        return subject == Null.NULL || Access.isEmpty(subject) && (Text.isText(subject) || subject instanceof ListValue);
    }

    private static boolean isEmail(String text) {
        int at = text.indexOf('@');
        if (at < 1 || text.indexOf('@', at + 1) >= 0 || text.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))) {
            return false;
        }
        String domain = text.substring(at + 1);
        return domain.contains(".") && !domain.startsWith(".") && !domain.endsWith(".");
    }
}
