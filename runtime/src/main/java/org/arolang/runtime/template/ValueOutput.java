package org.arolang.runtime.template;

import java.util.List;
import org.arolang.language.source.Span;
import org.arolang.runtime.Failure;
import org.arolang.runtime.execution.Activation;
import org.jspecify.annotations.Nullable;

/** How one value block appends its value: filters, then escaping. Thread-safe. */
public final class ValueOutput {

    private final Filter[] filters;
    private final Escaping escaping;
    private final @Nullable EscapedTexts texts;
    private final Span span;

    /**
     * @param filters in the order in which they are applied
     * @param escaping what the place of the block asks for
     * @param span the block, which failures are blamed on
     */
    public ValueOutput(List<Filter> filters, Escaping escaping, Span span) {
        this.filters = filters.toArray(Filter[]::new);
        this.escaping = escaping;
        this.texts = escaping == Escaping.HTML ? new EscapedTexts() : null;
        this.span = span;
    }

    void append(OutputBuffer out, Object value, Activation activation) {
        try {
            Object filtered = value;
            for (Filter filter : filters) {
                filtered = filter.apply(filtered, activation);
            }
            if (texts != null && filtered instanceof String text) {
                texts.append(out, text);
            } else {
                escaping.append(out, filtered);
            }
        } catch (Failure failure) {
            throw failure.span() == null ? new Failure(failure.text(), span, failure.getCause()) : failure;
        }
    }
}
