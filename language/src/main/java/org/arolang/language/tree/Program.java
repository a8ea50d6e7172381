package org.arolang.language.tree;

import java.util.List;
import org.arolang.language.source.SourceFile;
import org.arolang.language.source.Span;

/**
 * One source file as a tree ([SYN-301]).
 *
 * @param comments every comment of the file in order, for tools that print the tree again
 */
public record Program(SourceFile file, List<Import> imports, List<FeatureSet> featureSets, List<Comment> comments, Span span)
        implements
            Node {

    /** {@code import ../stock} ([SYN-310]). */
    public record Import(String path, Span pathSpan, Span span) implements Node {}

    /** A comment with its delimiters: {@code (* ... *)} or {@code // ...}. */
    public record Comment(String text, boolean block, Span span) implements Node {}
}
