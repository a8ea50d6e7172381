/** Which file a statement names (chapter 06, section 1.1). */
@NullMarked
package org.arolang.io.path;

import org.jspecify.annotations.NullMarked;
