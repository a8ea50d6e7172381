/** The executable form of a feature set: names are slots, verbs are operations. Both back ends start from it. */
@NullMarked
package org.arolang.compiler.code;

import org.jspecify.annotations.NullMarked;
