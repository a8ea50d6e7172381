package org.arolang.runtime.value;

import java.util.ArrayList;
import java.util.List;

/** The Markdown of {@code <html: markdown>} ([DATA-99]): a small subset, its text escaped. */
public final class Markdown {

    private static final String FENCE = "```";

    private Markdown() {}

    public static String toHtml(String markdown) {
        return String.join("\n", new Blocks(markdown).read());
    }

    /** Splits a text into blocks and renders each. */
    private static final class Blocks {

        private final String[] lines;
        private final List<String> html = new ArrayList<>();
        private final List<String> paragraph = new ArrayList<>();

        Blocks(String markdown) {
            lines = markdown.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1);
        }

        List<String> read() {
            for (int i = 0; i < lines.length; i++) {
                String line = lines[i];
                if (line.isBlank()) {
                    endParagraph();
                } else if (line.startsWith(FENCE)) {
                    endParagraph();
                    i = fence(i);
                } else if (headingLevel(line) > 0) {
                    endParagraph();
                    int level = headingLevel(line);
                    html.add("<h" + level + ">" + inline(line.substring(level + 1).strip()) + "</h" + level + ">");
                } else {
                    paragraph.add(line.strip());
                }
            }
            endParagraph();
            return html;
        }

        private void endParagraph() {
            if (paragraph.isEmpty()) return;
            html.add("<p>" + inline(String.join(" ", paragraph)) + "</p>");
            paragraph.clear();
        }

        /** The fence that opens at the line; returns where it closes, which may be the end. */
        private int fence(int open) {
            List<String> code = new ArrayList<>();
            int i = open + 1;
            while (i < lines.length && !lines[i].strip().equals(FENCE)) code.add(lines[i++]);
            html.add("<pre><code>" + escape(String.join("\n", code)) + "</code></pre>");
            return i;
        }

        private static int headingLevel(String line) {
            int level = 0;
            while (level < line.length() && line.charAt(level) == '#') level++;
            return level >= 1 && level <= 6 && level < line.length() && line.charAt(level) == ' ' ? level : 0;
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static String inline(String text) {
        StringBuilder out = new StringBuilder(text.length() + 32);
        inline(out, escape(text), 0);
        return out.toString();
    }

    /** Renders escaped text; {@code depth} bounds the nesting of emphasis. */
    private static void inline(StringBuilder out, String text, int depth) {
        int i = 0;
        while (i < text.length()) {
            int end = depth < 8 ? markup(out, text, i, depth) : -1;
            if (end < 0) out.append(text.charAt(i++));
            else
                i = end;
        }
    }

    /** The code, link or emphasis that begins here; returns where it ends, or -1 when none begins. */
    private static int markup(StringBuilder out, String text, int at, int depth) {
        return switch (text.charAt(at)) {
            case '`' -> {
                int end = text.indexOf('`', at + 1);
                if (end <= at + 1) yield -1;
                out.append("<code>").append(text, at + 1, end).append("</code>");
                yield end + 1;
            }
            case '[' -> link(out, text, at, depth);
            case '*' ->
                text.startsWith("**", at) ? emphasis(out, text, at, "**", "strong", depth) : emphasis(out, text, at, "*", "em", depth);
            case '_' -> isWord(text, at - 1) ? -1 : emphasis(out, text, at, "_", "em", depth);
            default -> -1;
        };
    }

    private static int emphasis(StringBuilder out, String text, int at, String mark, String tag, int depth) {
        int start = at + mark.length();
        if (start >= text.length() || text.charAt(start) == ' ') return -1;
        int end = text.indexOf(mark, start + 1);
        while (end > 0 && !closes(text, mark, end)) end = text.indexOf(mark, end + 1);
        if (end < 0) return -1;
        out.append('<').append(tag).append('>');
        inline(out, text.substring(start, end), depth + 1);
        out.append("</").append(tag).append('>');
        return end + mark.length();
    }

    private static boolean closes(String text, String mark, int at) {
        if (text.charAt(at - 1) == ' ') return false;
        if (mark.equals("_")) return !isWord(text, at + 1);
        // A single star does not close at a double one.
        return !mark.equals("*") || !(at + 1 < text.length() && text.charAt(at + 1) == '*') && text.charAt(at - 1) != '*';
    }

    private static boolean isWord(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }

    private static int link(StringBuilder out, String text, int at, int depth) {
        int close = text.indexOf("](", at + 1);
        if (close < 0) return -1;
        int end = text.indexOf(')', close + 2);
        if (end < 0) return -1;
        String target = text.substring(close + 2, end).strip();
        if (isScript(target)) return -1;
        out.append("<a href=\"").append(target).append("\">");
        inline(out, text.substring(at + 1, close), depth + 1);
        out.append("</a>");
        return end + 1;
    }

    /** Whether a browser would take the target for a script: it ignores blanks, control characters and letter case in the scheme. */
    private static boolean isScript(String target) {
        StringBuilder scheme = new StringBuilder();
        for (int i = 0; i < target.length() && target.charAt(i) != ':'; i++) {
            char c = target.charAt(i);
            if (c > ' ') scheme.append(Character.toLowerCase(c));
        }
        return target.indexOf(':') >= 0 && scheme.toString().equals("javascript");
    }
}
