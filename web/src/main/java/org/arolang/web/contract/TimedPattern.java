package org.arolang.web.contract;

import com.networknt.schema.regex.RegularExpression;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** A schema's pattern, found anywhere, which gives up after [WEB-60]'s time: a text that takes longer does not match. Thread-safe. */
final class TimedPattern implements RegularExpression {

    private static final long TIME = TimeUnit.MILLISECONDS.toNanos(100);

    /** Null when it is no pattern that can be matched; then nothing does. */
    private final @Nullable Pattern pattern;

    TimedPattern(String text) {
        Pattern compiled = null;
        try {
            compiled = Pattern.compile(text);
        } catch (PatternSyntaxException _) {
            // Nothing matches it.
        }
        pattern = compiled;
    }

    @Override
    public boolean matches(String text) {
        if (pattern == null) return false;
        try {
            return pattern.matcher(new Timed(text, 0, text.length(), System.nanoTime() + TIME)).find();
        } catch (TooLong | StackOverflowError _) {
            return false;
        }
    }

    private static final class TooLong extends RuntimeException {
        TooLong() {
            super(null, null, false, false);
        }
    }

    /** A text that looks at the clock while it is read. */
    private static final class Timed implements CharSequence {
        private final String text;
        private final int from;
        private final int end;
        private final long deadline;
        private int reads;

        Timed(String text, int from, int end, long deadline) {
            this.text = text;
            this.from = from;
            this.end = end;
            this.deadline = deadline;
        }

        @Override
        public int length() {
            return end - from;
        }

        @Override
        public char charAt(int index) {
            if ((++reads & 0x3FF) == 0 && System.nanoTime() > deadline) throw new TooLong();
            return text.charAt(from + index);
        }

        @Override
        public CharSequence subSequence(int start, int stop) {
            return new Timed(text, from + start, from + stop, deadline);
        }

        @Override
        public String toString() {
            return text.substring(from, end);
        }
    }
}
