/** Values: what they are, how they compare, combine, print and convert (chapter 02). One class for each of these. */
@NullMarked
package org.arolang.runtime.value;

import org.jspecify.annotations.NullMarked;
