package org.arolang.language.tree;

import org.arolang.language.source.Span;

/** A node of the syntax tree. Every node knows its place in the source. */
public interface Node {
    Span span();
}
