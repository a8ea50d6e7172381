package org.arolang.compiler.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.arolang.language.source.SourceFile;
import org.arolang.language.source.Span;
import org.arolang.language.tree.ActionObject;
import org.arolang.language.tree.Clauses;
import org.arolang.language.tree.Expression;
import org.arolang.language.tree.Qualifier;
import org.arolang.language.tree.Reference;
import org.arolang.language.tree.Result;
import org.arolang.language.tree.Statement;
import org.arolang.runtime.execution.Site;
import org.jspecify.annotations.Nullable;

/** Makes the sentences by which failures speak of statements ([APP-55], [APP-59], [WEB-160]). */
final class Sites {

    private static final Set<String> EXTRACT_VERBS = Set.of("extract", "get", "parse");

    private final SourceFile file;

    Sites(SourceFile file) {
        this.file = file;
    }

    /**
     * @param fromRequest whether the object came with an HTTP request
     * @param isBound whether a name is certainly bound before the statement
     */
    Site of(Statement.Action action, boolean fromRequest, Predicate<String> isBound) {
        StringBuilder sentence = new StringBuilder("Cannot ").append(action.verb().toLowerCase(Locale.ROOT));
        StringBuilder client = new StringBuilder(sentence);
        if (action.result() instanceof Result.Noun noun) {
            append(sentence, client, " the " + fullName(noun.reference()), false);
        } else if (action.result() instanceof Result.Sink sink) {
            appendSource(sentence, client, sink.expression());
        }
        if (action.preposition() != null) {
            append(sentence, client, " " + action.preposition(), false);
        }
        String objectName = "";
        switch (action.object()) {
            case ActionObject.Noun noun -> {
                objectName = noun.reference().base();
                String method = noun.method() == null ? "" : " " + noun.method();
                append(sentence, client, method + " the " + fullName(noun.reference()), false);
            }
            case ActionObject.Value value -> appendSource(sentence, client, value);
            case null -> {}
        }
        for (Clauses.Keyword keyword : action.clauses().keywords()) {
            if (keyword.name().equals("where") || keyword.name().equals("when")) {
                sentence.append(' ').append(oneLine(file.text(keyword.clause())));
            }
        }
        return new Site(
                file,
                action.span(),
                sentence.append('.').toString(),
                client.append('.').toString(),
                fromRequest && isExtract(action),
                objectName,
                UsedNames.of(action, isBound));
    }

    /** Whether a statement reads its object and nothing else. */
    static boolean isExtract(Statement.Action action) {
        return EXTRACT_VERBS.contains(action.verb().toLowerCase(Locale.ROOT));
    }

    Site loop(Statement.ForEach loop) {
        return plain("Cannot loop over " + quote(loop.collection().span()) + ".", loop.head(), loop.collection(), loop.filter());
    }

    Site range(Statement.RangeLoop loop) {
        return plain(
                "Cannot loop from " + quote(loop.from().span()) + " to " + quote(loop.to().span()) + ".", loop.head(), loop.from(),
                loop.to());
    }

    Site repeat(Statement.While loop) {
        return plain("Cannot repeat while " + quote(loop.condition().span()) + ".", loop.head(), loop.condition());
    }

    Site match(Statement.Match match) {
        return plain(
                "Cannot match " + quote(match.subject().span()) + ".",
                match.head(),
                new Expression.Variable(match.subject(), match.subject().span()));
    }

    Site condition(Span span, Expression condition) {
        return plain("Cannot decide when " + quote(condition.span()) + ".", span, condition);
    }

    /** A name in brackets, from its {@code <} to its {@code >}. */
    Span bracketed(Span name) {
        String text = file.text();
        return new Span(text.lastIndexOf('<', name.start()), text.indexOf('>', name.end()) + 1);
    }

    Site publish(Statement.Publish publish) {
        return new Site(
                file,
                publish.span(),
                "Cannot publish the " + publish.internal() + ".",
                "Cannot publish the " + publish.internal() + ".",
                false,
                "",
                List.of(publish.internal()));
    }

    Site require(Statement.Require require) {
        String sentence = "Cannot require the " + require.name() + " from the " + require.source() + ".";
        return new Site(file, require.span(), sentence, sentence, false, "", List.of());
    }

    Site breaking(Statement.Break statement) {
        return plain("Cannot break" + (statement.guard() == null ? "" : " when " + quote(statement.guard().span())) + ".",
                statement.span());
    }

    /** The use of a name that another activity published ([APP-50]). */
    Site use(Reference reference) {
        String sentence = "Cannot use the " + reference.base() + ".";
        return new Site(file, reference.span(), sentence, sentence, false, "", List.of());
    }

    private Site plain(String sentence, Span span, @Nullable Expression... parts) {
        Set<String> names = new TreeSet<>();
        for (Expression part : parts) {
            UsedNames.collect(part, names);
        }
        return new Site(file, span, sentence, sentence, false, "", new ArrayList<>(names));
    }

    /** Name and qualifier as written ([DATA-20]). */
    private String fullName(Reference reference) {
        Qualifier qualifier = reference.qualifier();
        return qualifier != null && qualifier.quoted() ? reference.base() + ": " + quote(qualifier.span()) : reference.fullName();
    }

    private void append(StringBuilder sentence, StringBuilder client, String text, boolean secret) {
        sentence.append(text);
        client.append(secret ? "…" : text);
    }

    private void appendSource(StringBuilder sentence, StringBuilder client, Expression expression) {
        sentence.append(' ').append(quote(expression.span()));
        client.append(' ').append(withoutTexts(expression.span(), Texts.in(expression)));
    }

    private void appendSource(StringBuilder sentence, StringBuilder client, ActionObject.Value value) {
        Span span = value.span();
        sentence.append(' ').append(quote(span));
        client.append(' ').append(withoutTexts(span, Texts.in(value.expression())));
    }

    /** The source text under {@code span} with each text literal in it as {@code "…"}. */
    private String withoutTexts(Span span, List<Span> texts) {
        StringBuilder text = new StringBuilder();
        int from = span.start();
        for (Span literal : texts) {
            if (literal.start() >= from) {
                text.append(file.text(), from, literal.start()).append("\"…\"");
                from = literal.end();
            }
        }
        return oneLine(text.append(file.text(), from, span.end()).toString());
    }

    private String quote(Span span) {
        return oneLine(file.text(span));
    }

    /** White space and comments become one blank ([APP-55]); what stands between quotes is left alone. */
    static String oneLine(String source) {
        StringBuilder line = new StringBuilder();
        int i = 0;
        boolean blank = false;
        while (i < source.length()) {
            char c = source.charAt(i);
            if (Character.isWhitespace(c) || c == '\u00A0') {
                blank = true;
                i++;
            } else if (source.startsWith("(*", i)) {
                int end = source.indexOf("*)", i + 2);
                i = end < 0 ? source.length() : end + 2;
                blank = true;
            } else if (source.startsWith("//", i)) {
                while (i < source.length() && !SourceFile.isLineEnd(source.charAt(i))) {
                    i++;
                }
                blank = true;
            } else {
                if (blank && !line.isEmpty()) {
                    line.append(' ');
                }
                blank = false;
                int end = c == '"' || c == '\'' ? endOfQuoted(source, i) : i + 1;
                line.append(source, i, end);
                i = end;
            }
        }
        return line.toString();
    }

    private static int endOfQuoted(String source, int start) {
        char quote = source.charAt(start);
        int i = start + 1;
        while (i < source.length()) {
            char c = source.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == quote) {
                return i + 1;
            }
            i++;
        }
        return source.length();
    }
}
