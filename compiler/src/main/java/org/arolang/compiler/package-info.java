/** From a checked program to its executable form. */
@NullMarked
package org.arolang.compiler;

import org.jspecify.annotations.NullMarked;
