/** Files as lists that are read while they are used (chapter 06, section 4). */
@NullMarked
package org.arolang.io.stream;

import org.jspecify.annotations.NullMarked;
