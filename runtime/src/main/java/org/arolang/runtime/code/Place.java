package org.arolang.runtime.code;

import org.arolang.language.source.Span;
import org.arolang.runtime.execution.Site;

/** The part of a statement that is being evaluated; compiled code keeps its number so that a failure can be blamed on it. */
public record Place(Site site, Span span) {}
