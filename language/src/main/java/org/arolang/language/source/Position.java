package org.arolang.language.source;

/** A place as people count it: line and column are 1-based, columns count code points and a tab is one column (chapter 01). */
public record Position(int line, int column) {}
