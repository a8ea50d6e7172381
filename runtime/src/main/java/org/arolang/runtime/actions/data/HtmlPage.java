package org.arolang.runtime.actions.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.arolang.runtime.Failure;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/** An HTML text read with the tolerance of HTML5 ([DATA-200], [DATA-201]). */
final class HtmlPage {

    private final Document document;

    private HtmlPage(Document document) {
        this.document = document;
    }

    static HtmlPage read(String html) {
        return new HtmlPage(Jsoup.parse(html));
    }

    /** The title's text, empty without one. */
    String title() {
        return document.title();
    }

    /** The raw {@code href} of each {@code a[href]} in document order. */
    List<String> links() {
        List<String> links = new ArrayList<>();
        for (Element anchor : document.select("a[href]")) {
            links.add(anchor.attr("href"));
        }
        return links;
    }

    /** The text of the content's root, white space collapsed. */
    String content() {
        Element root = root();
        return root == null ? "" : root.text();
    }

    /** The content's root as Markdown ([DATA-202]). */
    String markdown() {
        Element root = root();
        return root == null ? "" : HtmlMarkdown.of(root);
    }

    /** Makes a CSS selector ready: what yields the text of each element it matches. */
    static Function<HtmlPage, List<String>> texts(String selector) {
        Evaluator evaluator;
        try {
            evaluator = QueryParser.parse(selector);
        } catch (Selector.SelectorParseException | IllegalArgumentException malformed) {
            throw new Failure("Invalid value '" + selector + "' for CSS selector", malformed);
        }
        return page -> {
            List<String> texts = new ArrayList<>();
            for (Element element : page.document.select(evaluator)) {
                texts.add(element.text());
            }
            return texts;
        };
    }

    private @Nullable Element root() {
        for (String tag : List.of("main", "article", "body")) {
            Element element = document.selectFirst(tag);
            if (element != null) {
                return element;
            }
        }
        return null;
    }
}
