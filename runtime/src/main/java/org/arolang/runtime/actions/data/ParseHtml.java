package org.arolang.runtime.actions.data;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.value.Handle;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.Text;

/**
 * Reads HTML: links, texts, content, Markdown ([DATA-200] to [DATA-202]). Only {@link HtmlPage} knows the parser, whose classes are loaded
 * by the first statement that needs them.
 */
final class ParseHtml implements Action {

    private static final String MODES = "links, content, text, markdown, page";

    private static final Declaration DECLARATION = Declaration.of("ParseHtml", Role.OWN, "parsehtml")
            .prepositions("from")
            .description("Read the links, the text, the content or the Markdown out of an HTML page")
            .searchTerms("scrape", "css selector", "anchors", "title", "web page", "markdown")
            .shapes("ParseHtml the <result: links|content|markdown|page> from the <html>.",
                    "ParseHtml the <texts: text> from the <html> with \"css selector\".")
            .example("Links and title", """
                Create the <page> with "<title>Beds</title><a href='/a'>A</a> <a href='/b'>B</a>".
                ParseHtml the <urls: links> from the <page>.
                ParseHtml the <info: content> from the <page>.
                Log <urls> to the <console>.
                Log <info: title> to the <console>.
                """, "[/a, /b]\nBeds\n")
            .example("What a selector finds", """
                Create the <page> with "<h1>One</h1><p>x</p><h2>Two</h2>".
                ParseHtml the <heads: text> from the <page> with "h1, h2".
                Log <heads> to the <console>.
                """, "[One, Two]\n")
            .example("Markdown", """
                ParseHtml the <result: markdown> from "<h1>Leek</h1><p>A <b>long</b> plant.</p>".
                Log <result: markdown> to the <console>.
                """, "# Leek\n\nA **long** plant.\n")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        String written = Required.result(call, "ParseHtml").raw();
        Operand source = Required.object(call, "ParseHtml");
        Function<HtmlPage, Object> reading = switch (written.isEmpty() ? "text" : written.toLowerCase(Locale.ROOT)) {
            case "links" -> page -> ListValue.copyOf(page.links());
            case "content" -> page -> ObjectValue.of("title", page.title(), "content", page.content());
            case "markdown" -> page -> ObjectValue.of("title", page.title(), "markdown", page.markdown());
            case "page" -> page -> ObjectValue.of(
                    "title", page.title(), "markdown", page.markdown(), "links", ListValue.copyOf(page.links()));
            case "text" -> null;
            default -> throw new Failure("Invalid value '" + written + "' for parse type. Valid values: " + MODES);
        };
        if (reading != null) {
            return (_, operands) -> reading.apply(HtmlPage.read(html(source.in(operands))));
        }
        Operand selector = call.withClause();
        if (selector == null) {
            return (_, operands) -> ListValue.copyOf(HtmlPage.texts("body").apply(HtmlPage.read(html(source.in(operands)))));
        }
        Parsed<Function<HtmlPage, List<String>>> texts = Parsed.of(call, selector, HtmlPage::texts);
        return (_, operands) -> ListValue.copyOf(texts.in(operands).apply(HtmlPage.read(html(source.in(operands)))));
    }

    /** An HTTP response stands for its body. */
    private static String html(Object source) {
        if (source instanceof Handle handle && handle.property("body") instanceof Object body) {
            return Text.of(body);
        }
        return Text.of(source);
    }
}
