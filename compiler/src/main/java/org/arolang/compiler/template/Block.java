package org.arolang.compiler.template;

import java.util.List;
import org.arolang.language.source.Span;
import org.arolang.language.tree.Expression;
import org.arolang.language.tree.Statement;
import org.jspecify.annotations.Nullable;

/** A part of a template ([WEB-311]). The span is the text, or the block from {@code {{} to {@code }}}. */
public sealed interface Block {

    Span span();

    /** Text outside blocks, copied byte for byte. */
    record Text(Span span) implements Block {}

    /** {@code {{ expression | filter }}}. */
    record Value(Expression expression, List<FilterCall> filters, Span span) implements Block {}

    /** {@code name} or {@code name: "argument"} after a bar ([WEB-320]). */
    record FilterCall(String name, @Nullable String argument, Span span) {}

    /**
     * {@code {{ for each <item> at <index> in collection { }}} body <code>{{ } }}</code>.
     *
     * @param span the opening block
     */
    record Loop(String item, @Nullable String index, Expression collection, List<Block> body, Span span) implements Block {}

    /**
     * {@code {{ when condition { }}} then {@code {{ } otherwise { }}} otherwise <code>{{ } }}</code>.
     *
     * @param span the opening block
     */
    record Section(Expression condition, List<Block> then, List<Block> otherwise, Span span) implements Block {}

    /** ARO statements ([WEB-316], [WEB-317]). */
    record Statements(List<Statement> statements, Span span) implements Block {}

    /**
     * The places that [WEB-310] calls blocks but that give nothing: the empty block. It keeps a template from being static.
     */
    record Nothing(Span span) implements Block {}
}
