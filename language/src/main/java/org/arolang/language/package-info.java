/** The ARO language: from source text to a checked program. No input or output, no dependency on another module. */
@NullMarked
package org.arolang.language;

import org.jspecify.annotations.NullMarked;
