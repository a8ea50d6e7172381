package org.arolang.runtime.value;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.arolang.runtime.Failure;
import org.jspecify.annotations.Nullable;

/** A regular expression as a value ([VAL-4], [VAL-63]), compiled. It prints as the object of its pattern and flags. */
public final class RegexValue implements Propertied {

    private static final Shape SHAPE = Shape.of("flags", "pattern");

    private final String pattern;
    private final String flags;
    private final Pattern compiled;

    private RegexValue(String pattern, String flags, Pattern compiled) {
        this.pattern = pattern;
        this.flags = flags;
        this.compiled = compiled;
    }

    /**
     * @param flags of {@code i s m g}; others have no meaning
     * @throws Failure {@code Invalid regular expression: <pattern>} ([VAL-64])
     */
    public static RegexValue of(String pattern, String flags) {
        int options = Pattern.UNICODE_CHARACTER_CLASS;
        for (int i = 0; i < flags.length(); i++) {
            options |= switch (flags.charAt(i)) {
                case 'i', 'I' -> Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
                case 's', 'S' -> Pattern.DOTALL;
                case 'm', 'M' -> Pattern.MULTILINE;
                default -> 0;
            };
        }
        try {
            return new RegexValue(pattern, flags, Pattern.compile(pattern, options));
        } catch (PatternSyntaxException | StackOverflowError reason) {
            throw new Failure("Invalid regular expression: " + pattern, reason);
        }
    }

    public String pattern() {
        return pattern;
    }

    public String flags() {
        return flags;
    }

    /** The compiled form; run it through {@link Matching}, which bounds the time. */
    Pattern compiled() {
        return compiled;
    }

    public ObjectValue properties() {
        return ObjectValue.ofShape(SHAPE, new Object[]{flags, pattern});
    }

    @Override
    public @Nullable Object property(String name) {
        return switch (name) {
            case "pattern" -> pattern;
            case "flags" -> flags;
            default -> null;
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RegexValue regex && pattern.equals(regex.pattern) && flags.equals(regex.flags);
    }

    @Override
    public int hashCode() {
        return 31 * pattern.hashCode() + flags.hashCode();
    }

    @Override
    public String toString() {
        return Text.of(this);
    }
}
