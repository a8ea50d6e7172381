package org.arolang.compiler.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.arolang.language.diagnostic.Diagnostic;
import org.arolang.language.parse.ExpressionResult;
import org.arolang.language.parse.Parser;
import org.arolang.language.parse.StatementsResult;
import org.arolang.language.source.SourceFile;
import org.arolang.language.source.Span;
import org.arolang.language.tree.Expression;
import org.arolang.runtime.Failure;
import org.arolang.runtime.template.Filter;
import org.jspecify.annotations.Nullable;

/** From the text of a template to its blocks. Never fails: what is wrong is a problem of the template. Used once. */
final class TemplateParser {

    private static final Pattern WHEN = Pattern.compile("when(?![\\w-]).*\\{", Pattern.DOTALL);
    private static final Pattern OTHERWISE = Pattern.compile("\\}\\s*otherwise\\s*\\{");
    private static final Pattern LOOP = Pattern.compile("for(\\s+|-)each(?![\\w-]).*", Pattern.DOTALL);
    private static final Pattern MATCH = Pattern.compile("match(?![\\w-]).*", Pattern.DOTALL);

    private final String path;
    private final SourceFile file;
    private final String text;
    /** What is handed to the parser of the language: the same text, paths in its form. */
    private final SourceFile readable;
    private final List<Template.Problem> problems = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private List<Block> blocks = new ArrayList<>();

    /** A loop or section whose end has not been met. */
    private static final class Open {
        final Span span;
        final List<Block> outer;
        final LoopHeader.@Nullable Parsed loop;
        final @Nullable Expression condition;
        @Nullable
        List<Block> then;

        Open(Span span, List<Block> outer, LoopHeader.@Nullable Parsed loop, @Nullable Expression condition) {
            this.span = span;
            this.outer = outer;
            this.loop = loop;
            this.condition = condition;
        }

        boolean isSection() {
            return condition != null;
        }
    }

    private TemplateParser(String path, SourceFile file) {
        this.path = path;
        this.file = file;
        this.text = file.text();
        String dotted = BlockScanner.withDottedPaths(text);
        this.readable = dotted.equals(text) ? file : new SourceFile(file.name(), dotted);
    }

    /** Parses the template in {@code file}; {@code path} is what programs call it. */
    static Template parse(String path, SourceFile file) {
        return new TemplateParser(path, file).template();
    }

    private Template template() {
        int at = 0;
        while (at < text.length()) {
            int begin = text.indexOf("{{", at);
            text(at, begin < 0 ? text.length() : begin);
            if (begin < 0) {
                break;
            }
            int end = BlockScanner.endOfContent(text, begin + 2);
            if (end < 0) {
                problem(new Span(begin, begin + 2), "Unclosed execution block - expected }}");
                break;
            }
            block(new Span(begin, end + 2), BlockScanner.trim(text, new Span(begin + 2, end)));
            at = end + 2;
        }
        while (!open.isEmpty()) {
            Open unclosed = open.pop();
            problem(unclosed.span, unclosed.isSection() ? "Unclosed when block" : "Unclosed for-each block");
            blocks = unclosed.outer;
        }
        return new Template(path, file, blocks, problems);
    }

    private void text(int start, int end) {
        if (end > start) {
            blocks.add(new Block.Text(new Span(start, end)));
        }
    }

    /** Decides what kind of block it is: [WEB-311], in its order. */
    private void block(Span block, Span content) {
        String source = file.text(content);
        if (source.isEmpty()) {
            blocks.add(new Block.Nothing(block));
        } else if (source.equals("}")) {
            close(block);
        } else if (LOOP.matcher(source).matches()) {
            loop(block, content);
        } else if (WHEN.matcher(source).matches()) {
            section(block, content);
        } else if (OTHERWISE.matcher(source).matches()) {
            otherwise(block);
        } else if (isStatements(source)) {
            statements(block, content);
        } else {
            value(block, content);
        }
    }

    private static boolean isStatements(String source) {
        if (MATCH.matcher(source).matches()) {
            return true;
        }
        // An object literal ends like a statement but begins like none.
        return (source.endsWith(".") || source.endsWith("}")) && !source.startsWith("{");
    }

    private void close(Span block) {
        if (open.isEmpty()) {
            problem(block, "Unexpected }} - no matching for-each block");
            return;
        }
        Open closed = open.pop();
        List<Block> body = blocks;
        blocks = closed.outer;
        if (closed.loop != null) {
            blocks.add(new Block.Loop(closed.loop.item(), closed.loop.index(), closed.loop.collection(), body, closed.span));
        } else if (closed.condition != null) {
            blocks.add(closed.then == null
                    ? new Block.Section(closed.condition, body, List.of(), closed.span)
                    : new Block.Section(closed.condition, closed.then, body, closed.span));
        }
    }

    private void loop(Span block, Span content) {
        LoopHeader header = new LoopHeader(file, readable);
        LoopHeader.Parsed parsed = header.parse(content);
        if (header.why() != null) {
            problem(block, "Invalid for-each syntax - " + header.why());
        }
        push(new Open(block, blocks, parsed, null));
    }

    private void section(Span block, Span content) {
        Span condition = BlockScanner.trim(text, new Span(content.start() + "when".length(), content.end() - 1));
        push(new Open(block, blocks, null, expression(block, condition)));
    }

    private void otherwise(Span block) {
        Open section = open.peek();
        if (section == null || !section.isSection() || section.then != null) {
            problem(block, "Unexpected otherwise - no matching when block");
            return;
        }
        section.then = blocks;
        blocks = new ArrayList<>();
    }

    private void push(Open opened) {
        open.push(opened);
        blocks = new ArrayList<>();
    }

    private void statements(Span block, Span content) {
        StatementsResult result = Parser.parseStatements(readable, content);
        if (result.hasErrors()) {
            String messages = errors(result.diagnostics());
            problems.add(new Template.Problem("Statement compilation error: " + messages, span(result.diagnostics(), block)));
            return;
        }
        blocks.add(new Block.Statements(result.statements(), block));
    }

    private void value(Span block, Span content) {
        int bar = BlockScanner.filterBar(text, content);
        Span expression = bar < 0 ? content : BlockScanner.trim(text, new Span(content.start(), bar));
        List<Block.FilterCall> filters = bar < 0 ? List.of() : filters(new Span(bar, content.end()));
        blocks.add(new Block.Value(expression(block, expression), filters, block));
    }

    private Expression expression(Span block, Span part) {
        ExpressionResult result = Parser.parseExpression(readable, part);
        if (result.hasErrors()) {
            problem(span(result.diagnostics(), block), errors(result.diagnostics()));
        }
        return result.expression();
    }

    /** The filters under {@code span}, which begins with a bar ([WEB-320]). */
    private List<Block.FilterCall> filters(Span span) {
        List<Block.FilterCall> calls = new ArrayList<>();
        int at = span.start();
        while (at < span.end()) {
            int end = BlockScanner.endOfFilter(text, at + 1, span.end());
            Span part = BlockScanner.trim(text, new Span(at + 1, end));
            Block.FilterCall call = filter(part);
            try {
                Filter.of(call.name(), call.argument());
                calls.add(call);
            } catch (Failure failure) {
                problem(part, failure.text());
            }
            at = end;
        }
        return calls;
    }

    private Block.FilterCall filter(Span part) {
        String source = file.text(part);
        int colon = source.indexOf(':');
        if (colon < 0) {
            return new Block.FilterCall(source, null, part);
        }
        String argument = source.substring(colon + 1).strip();
        if (argument.length() >= 2 && argument.startsWith("\"") && argument.endsWith("\"")) {
            argument = argument.substring(1, argument.length() - 1);
        }
        return new Block.FilterCall(source.substring(0, colon).strip(), argument, part);
    }

    private void problem(Span span, String what) {
        problems.add(new Template.Problem("Template parse error at line " + file.lineOf(span.start()) + ": " + what, span));
    }

    private static String errors(List<Diagnostic> diagnostics) {
        return diagnostics.stream().filter(Diagnostic::isError).map(Diagnostic::message).collect(Collectors.joining("; "));
    }

    private static Span span(List<Diagnostic> diagnostics, Span otherwise) {
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.isError() && diagnostic.span() != null) {
                return diagnostic.span();
            }
        }
        return otherwise;
    }
}
