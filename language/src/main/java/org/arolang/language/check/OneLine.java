package org.arolang.language.check;

/** Quotes source text on one line, as messages do ([DEC-10]). */
final class OneLine {

    private static final int REPLACEMENT = 0xFFFD;

    private OneLine() {}

    /** {@code source} with each run of white space and comments outside of strings as one blank. */
    static String of(String source) {
        StringBuilder line = new StringBuilder(source.length());
        boolean gap = false;
        int at = 0;
        while (at < source.length()) {
            char c = source.charAt(at);
            int next = at + 1;
            if (source.startsWith("//", at)) {
                next = endOfLine(source, at);
                gap = true;
            } else if (source.startsWith("(*", at)) {
                int close = source.indexOf("*)", at + 2);
                next = close < 0 ? source.length() : close + 2;
                gap = true;
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                gap = true;
            } else {
                if (gap && !line.isEmpty()) {
                    line.append(' ');
                }
                gap = false;
                next = c == '"' || c == '\'' ? endOfString(source, at) : next;
                line.append(source, at, next);
            }
            at = next;
        }
        return line.toString();
    }

    /** {@code text} without line breaks and whatever else could steer a terminal. */
    static String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> shown.appendCodePoint(isBlank(c) ? ' ' : Character.isISOControl(c) || isFormat(c) ? REPLACEMENT : c));
        return shown.toString();
    }

    private static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    private static boolean isFormat(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.FORMAT || type == Character.SURROGATE;
    }

    private static int endOfLine(String source, int at) {
        int end = at;
        while (end < source.length() && source.charAt(end) != '\n' && source.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private static int endOfString(String source, int at) {
        String quote = source.startsWith("\"\"\"", at) ? "\"\"\"" : source.substring(at, at + 1);
        int end = at + quote.length();
        while (end < source.length() && !source.startsWith(quote, end)) {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end + quote.length(), source.length());
    }
}
