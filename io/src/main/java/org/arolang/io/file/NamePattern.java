package org.arolang.io.file;

import java.util.regex.Pattern;

/** A pattern of file names: {@code *}, {@code ?} and {@code [a-z]}; letters count in either case ([IO-43]). Immutable. */
final class NamePattern {

    private final Pattern pattern;

    private NamePattern(Pattern pattern) {
        this.pattern = pattern;
    }

    static NamePattern of(String text) {
        StringBuilder regex = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int close = c == '[' ? text.indexOf(']', i + 2) : -1;
            if (close > 0) {
                regex.append('[');
                for (int k = i + 1; k < close; k++) {
                    char inner = text.charAt(k);
                    boolean isRange = inner == '-' && k > i + 1 && k < close - 1;
                    regex.append(isRange || Character.isLetterOrDigit(inner) ? "" : "\\").append(inner);
                }
                regex.append(']');
                i = close + 1;
                continue;
            }
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(text.substring(i, i + Character.charCount(text.codePointAt(i)))));
            }
            i += c == '*' || c == '?' ? 1 : Character.charCount(text.codePointAt(i));
        }
        return new NamePattern(Pattern.compile(
                regex.toString(), Pattern.DOTALL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    boolean matches(String name) {
        return pattern.matcher(name).matches();
    }
}
