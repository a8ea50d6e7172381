/** The canonical layout of source text ([TOOL-221]): only white space and the case of keywords change, never a token. */
@NullMarked
package org.arolang.language.format;

import org.jspecify.annotations.NullMarked;
