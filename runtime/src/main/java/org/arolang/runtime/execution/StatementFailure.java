package org.arolang.runtime.execution;

import java.util.List;
import org.arolang.language.source.SourceFile;
import org.arolang.language.source.Span;
import org.arolang.runtime.Failure;

/** A failed statement: which one, why, and what part of the source to blame ([APP-60]). It ends its execution. */
public final class StatementFailure extends RuntimeException {

    private final transient Site site;
    private final transient Failure failure;
    private final transient Span span;
    private final transient List<Response.Field> values;

    /**
     * @param span the part of the source to mark
     * @param values the values of the names that the statement uses, for {@code --debug} alone
     */
    public StatementFailure(Site site, Failure failure, Span span, List<Response.Field> values) {
        super(failure.text(), failure, false, false);
        this.site = site;
        this.failure = failure;
        this.span = span;
        this.values = List.copyOf(values);
    }

    public Site site() {
        return site;
    }

    /** Why it failed; its class tells what kind of failure it was. */
    public Failure failure() {
        return failure;
    }

    public SourceFile file() {
        return site.file();
    }

    public Span span() {
        return span;
    }

    public List<Response.Field> values() {
        return values;
    }
}
