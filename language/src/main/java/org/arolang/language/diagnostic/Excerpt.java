package org.arolang.language.diagnostic;

import org.arolang.language.source.Position;
import org.arolang.language.source.SourceFile;
import org.arolang.language.source.Span;

/**
 * A place in a source text with its line, as diagnostics and run-time failures show it ([SYN-802], [APP-60]). It holds all it needs, so
 * a compiled program can carry it without its sources. Immutable.
 *
 * @param file the file's name
 * @param line 1-based
 * @param column 1-based, in code points
 * @param source the line as it is shown: without trailing white space, tabs as single blanks
 * @param carets how many code points of the line are marked, at least one
 */
public record Excerpt(String file, int line, int column, String source, int carets) {

    /** The excerpt for {@code span}; of a span over several lines the part on its first. */
    public static Excerpt of(SourceFile file, Span span) {
        Position start = file.position(span.start());
        String text = file.line(start.line()).stripTrailing();
        int lineEnd = file.lineStart(start.line()) + text.length();
        int end = Math.min(span.end(), lineEnd);
        int carets = end <= span.start() ? 1 : file.text().codePointCount(span.start(), end);
        return new Excerpt(file.name(), start.line(), start.column(), shown(text), carets);
    }

    /** Place line, source line and caret line, each ending in a line break. */
    public String text() {
        return text(Palette.PLAIN, Severity.ERROR);
    }

    /** The same with the colours of {@code palette}; the carets have the colour of {@code severity}. */
    public String text(Palette palette, Severity severity) {
        String number = Integer.toString(line);
        String place = file + ":" + line + ":" + column;
        return "  " + palette.dim(place) + "\n"
                + "    " + palette.dim(number + " |") + " " + source + "\n"
                + "    " + palette.dim(" ".repeat(number.length()) + " |") + " " + " ".repeat(column - 1)
                + palette.severity(severity, "^".repeat(carets)) + "\n";
    }

    /** One column for each code point, and nothing that could steer a terminal or reorder the line. */
    private static String shown(String line) {
        StringBuilder text = new StringBuilder(line.length());
        line.codePoints().forEach(c -> text.appendCodePoint(c == '\t' ? ' ' : isHarmless(c) ? c : 0xFFFD));
        return text.toString();
    }

    private static boolean isHarmless(int codePoint) {
        boolean reorders = codePoint >= 0x202A && codePoint <= 0x202E || codePoint >= 0x2066 && codePoint <= 0x2069;
        boolean surrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        return !Character.isISOControl(codePoint) && !reorders && !surrogate;
    }
}
