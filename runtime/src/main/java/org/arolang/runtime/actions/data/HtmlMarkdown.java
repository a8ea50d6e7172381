package org.arolang.runtime.actions.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Writes an HTML element as Markdown ([DATA-202]). Used once, by one thread.
 *
 * <p>Blocks keep apart from what stands before them by the blank line that [DATA-202] puts after them, and by one that is added before a
 * block that follows loose text.
 */
final class HtmlMarkdown {

    private static final Set<String> DROPPED = Set.of("script", "style", "noscript", "template", "iframe", "svg", "canvas", "head");
    private static final Set<String> BLOCKS = Set.of(
            "address", "article", "aside", "body", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
            "header", "main", "nav", "section", "summary");
    private static final int DEEPEST = 400;

    private final StringBuilder out = new StringBuilder();
    private int depth;

    private HtmlMarkdown() {}

    static String of(Element root) {
        HtmlMarkdown writer = new HtmlMarkdown();
        writer.children(root);
        return tidy(writer.out.toString());
    }

    private static String tidy(String markdown) {
        StringBuilder tidy = new StringBuilder(markdown.length());
        int emptyLines = 0;
        for (String line : markdown.split("\n", -1)) {
            String content = line.stripTrailing();
            emptyLines = content.isEmpty() ? emptyLines + 1 : 0;
            if (emptyLines <= 1) {
                tidy.append(content).append('\n');
            }
        }
        return tidy.toString().strip();
    }

    private void children(Element element) {
        if (depth == DEEPEST) {
            text(element.text());
            return;
        }
        depth++;
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode words) {
                text(words.getWholeText());
            } else if (child instanceof Element inner) {
                element(inner);
            }
        }
        depth--;
    }

    private void element(Element element) {
        String tag = element.normalName();
        switch (tag) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> block("#".repeat(tag.charAt(1) - '0') + " " + inline(element));
            case "p" -> block(inside(element));
            case "br" -> out.append('\n');
            case "hr" -> block("---");
            case "strong", "b" -> around("**", element);
            case "em", "i" -> around("*", element);
            case "del", "s", "strike" -> around("~~", element);
            case "code" -> around("`", element);
            case "a" -> link(element);
            case "img" -> out.append("![")
                    .append(element.attr("alt").replace("[", "\\[").replace("]", "\\]"))
                    .append("](")
                    .append(address(element.attr("src")))
                    .append(')');
            case "pre" -> block("```" + language(element) + "\n" + stripLineEnds(element.wholeText()) + "\n```");
            case "blockquote" -> block(prefixed(inside(element)));
            case "ul", "ol" -> block(list(element, tag.equals("ol")));
            case "table" -> block(table(element));
            case "dt" -> line("**" + inline(element) + "**");
            case "dd" -> line(": " + inline(element));
            default -> {
                if (!DROPPED.contains(tag)) {
                    if (BLOCKS.contains(tag)) {
                        lineStart();
                        children(element);
                        lineStart();
                    } else {
                        children(element);
                    }
                }
            }
        }
    }

    private void text(String words) {
        boolean blank = out.isEmpty() || Character.isWhitespace(out.charAt(out.length() - 1));
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
                if (!blank) {
                    out.append(' ');
                    blank = true;
                }
            } else {
                out.append(c);
                blank = false;
            }
        }
    }

    private void block(String content) {
        lineStart();
        if (out.length() > 1 && out.charAt(out.length() - 2) != '\n') {
            out.append('\n');
        }
        out.append(content).append("\n\n");
    }

    private void line(String content) {
        lineStart();
        out.append(content).append('\n');
    }

    private void lineStart() {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
            out.append('\n');
        }
    }

    private void around(String mark, Element element) {
        String content = inline(element);
        if (content.isEmpty()) {
            return;
        }
        out.append(mark).append(content).append(mark);
    }

    private void link(Element element) {
        out.append('[').append(inline(element)).append("](").append(address(element.attr("href"))).append(')');
    }

    /** The element's content written on its own. */
    private String inside(Element element) {
        HtmlMarkdown writer = new HtmlMarkdown();
        writer.depth = depth + 1;
        writer.children(element);
        return tidy(writer.out.toString());
    }

    /** The element's content on one line. */
    private String inline(Element element) {
        return inside(element).lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining(" "));
    }

    private static String address(String url) {
        return url.strip().replace("(", "%28").replace(")", "%29").replace(" ", "%20");
    }

    private static String prefixed(String content) {
        return content.lines().map(line -> "> " + line).reduce((a, b) -> a + "\n" + b).orElse("> ");
    }

    private static String language(Element pre) {
        Element code = pre.selectFirst("code");
        for (Element element : code == null ? List.of(pre) : List.of(code, pre)) {
            for (String name : element.classNames()) {
                for (String prefix : List.of("language-", "lang-")) {
                    if (name.startsWith(prefix)) {
                        return name.substring(prefix.length());
                    }
                }
            }
        }
        return "";
    }

    private static String stripLineEnds(String text) {
        int start = text.startsWith("\n") ? 1 : 0;
        int end = text.length();
        while (end > start && text.charAt(end - 1) == '\n') {
            end--;
        }
        return text.substring(start, end);
    }

    private String list(Element list, boolean ordered) {
        List<String> lines = new ArrayList<>();
        int number = 1;
        for (Element item : list.children()) {
            if (!item.normalName().equals("li")) {
                continue;
            }
            String mark = ordered ? number++ + ". " : "- ";
            List<String> content = inside(item).lines().filter(line -> !line.isBlank()).toList();
            lines.add(mark + (content.isEmpty() ? "" : content.getFirst()));
            for (int i = 1; i < content.size(); i++) {
                lines.add("  " + content.get(i));
            }
        }
        return String.join("\n", lines);
    }

    private String table(Element table) {
        List<List<String>> rows = new ArrayList<>();
        int header = -1;
        for (Element row : table.select("tr")) {
            if (!table.equals(row.closest("table"))) {
                continue;
            }
            List<String> cells = new ArrayList<>();
            boolean heads = row.parent() != null && row.parent().normalName().equals("thead");
            for (Element cell : row.children()) {
                heads |= cell.normalName().equals("th");
                cells.add(inline(cell).replace("|", "\\|"));
            }
            if (heads && header < 0) {
                header = rows.size();
            }
            rows.add(cells);
        }
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        if (width == 0) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        lines.add(row(header < 0 ? List.of() : rows.get(header), width));
        lines.add("|" + "---|".repeat(width));
        for (int i = 0; i < rows.size(); i++) {
            if (i != header) {
                lines.add(row(rows.get(i), width));
            }
        }
        return String.join("\n", lines);
    }

    private static String row(List<String> cells, int width) {
        StringBuilder line = new StringBuilder("|");
        for (int i = 0; i < width; i++) {
            line.append(' ').append(i < cells.size() ? cells.get(i) : "").append(" |");
        }
        return line.toString();
    }
}
