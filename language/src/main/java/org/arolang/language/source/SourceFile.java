package org.arolang.language.source;

import java.util.Arrays;

/**
 * One source text and its name. The name is what diagnostics show ([SYN-801]); the text is kept as it was read, so offsets in spans are
 * offsets in the file. Immutable and safe for use by several threads.
 */
public final class SourceFile {

    private final String name;
    private final String text;
    private final int[] lineStarts;

    public SourceFile(String name, String text) {
        this.name = name;
        this.text = text;
        this.lineStarts = findLineStarts(text);
    }

    /** The file's name as diagnostics show it, with {@code /} as separator, or a label such as {@code <stdin>}. */
    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** The text under {@code span}. */
    public String text(Span span) {
        return text.substring(span.start(), span.end());
    }

    public int lineCount() {
        return lineStarts.length;
    }

    /** Line and column of {@code offset}. */
    public Position position(int offset) {
        int line = lineIndex(offset);
        int start = lineStarts[line];
        return new Position(line + 1, text.codePointCount(start, Math.max(start, offset)) + 1);
    }

    /** Offset of the first character of {@code line} (1-based). */
    public int lineStart(int line) {
        return lineStarts[line - 1];
    }

    /** The text of {@code line} (1-based) without its line end. */
    public String line(int line) {
        int start = lineStarts[line - 1];
        int end = line < lineStarts.length ? lineStarts[line] : text.length();
        while (end > start && isLineEnd(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** The line (1-based) on which {@code offset} lies. */
    public int lineOf(int offset) {
        return lineIndex(offset) + 1;
    }

    private int lineIndex(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    /** Whether {@code c} ends a line for the counting of lines ([SYN-104]). */
    public static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r' || c == '\u000B' || c == '\f' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    private static int[] findLineStarts(String text) {
        int[] starts = new int[16];
        // A byte-order mark is no part of the first line ([SYN-103]).
        starts[0] = text.startsWith("\uFEFF") ? 1 : 0;
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLineEnd(c) || c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                continue;
            }
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = i + 1;
        }
        return Arrays.copyOf(starts, count);
    }
}
