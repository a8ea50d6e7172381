package org.arolang.runtime.value;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import org.arolang.runtime.Failure;

/**
 * Runs regular expressions ([VAL-62] to [VAL-64]). A search takes at most one second, whatever pattern and text: then it fails with
 * {@code Regular expression timed out}. Patterns that are texts at run time are compiled once and kept in a bounded cache.
 */
public final class Matching {

    private static final int CACHED = 256;
    private static final long LIMIT = TimeUnit.SECONDS.toNanos(1);
    private static final ConcurrentHashMap<String, RegexValue> COMPILED = new ConcurrentHashMap<>();

    private Matching() {}

    /** {@code left matches right}. */
    public static boolean matches(Object left, Object right) {
        String text = Text.string(left);
        if (text == null) return false;
        if (right instanceof RegexValue regex) return find(regex, text);
        String pattern = Text.string(right);
        return pattern != null && find(compiled(pattern), text);
    }

    /** Whether the expression is found anywhere in the text. */
    public static boolean find(RegexValue regex, String text) {
        try {
            return matcher(regex, text).find();
        } catch (StackOverflowError _) {
            throw tooComplex();
        }
    }

    /** The pieces between the matches, including empty ones ([DATA-191]). */
    public static List<String> split(RegexValue regex, String text) {
        List<String> pieces = new ArrayList<>();
        try {
            Matcher matcher = matcher(regex, text);
            int from = 0;
            while (matcher.find()) {
                boolean nothing = matcher.end() == matcher.start();
                if (nothing && (matcher.start() == from || matcher.start() == text.length())) continue;
                pieces.add(text.substring(from, matcher.start()));
                from = matcher.end();
            }
            pieces.add(text.substring(from));
        } catch (StackOverflowError _) {
            throw tooComplex();
        }
        return pieces;
    }

    /** A matcher over the text that fails when it has been at work for too long. */
    public static Matcher matcher(RegexValue regex, String text) {
        return regex.compiled().matcher(new BoundedText(text));
    }

    /**
     * The expression of a text that is known only at run time.
     *
     * @throws Failure {@code Invalid regular expression: <pattern>}
     */
    public static RegexValue compiled(String pattern) {
        RegexValue known = COMPILED.get(pattern);
        if (known != null) return known;
        RegexValue regex = RegexValue.of(pattern, "");
        if (COMPILED.size() >= CACHED) COMPILED.clear();
        COMPILED.put(pattern, regex);
        return regex;
    }

    private static Failure tooComplex() {
        return new Failure("Regular expression too complex for this text");
    }

    /** A text that looks at the clock now and then while it is being read. */
    private static final class BoundedText implements CharSequence {

        private static final int READS_BETWEEN_LOOKS = 4096;

        private final String text;
        private long deadline;
        private int reads;

        BoundedText(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++reads >= READS_BETWEEN_LOOKS) look();
            return text.charAt(index);
        }

        private void look() {
            reads = 0;
            long now = System.nanoTime();
            if (deadline == 0) deadline = now + LIMIT | 1;
            else if (now - deadline > 0) throw new Failure("Regular expression timed out");
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
