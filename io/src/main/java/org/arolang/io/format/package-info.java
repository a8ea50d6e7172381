/** How values are written in files and read from them (chapter 06, section 3). */
@NullMarked
package org.arolang.io.format;

import org.jspecify.annotations.NullMarked;
