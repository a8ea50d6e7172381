/** From the checked tree to the executable form. */
@NullMarked
package org.arolang.compiler.lower;

import org.jspecify.annotations.NullMarked;
