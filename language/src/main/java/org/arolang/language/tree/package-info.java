/** The syntax tree: sealed records, one per concept, each with its span. */
@NullMarked
package org.arolang.language.tree;

import org.jspecify.annotations.NullMarked;
