/** Problems of a program's text as data, and the one way they are shown. */
@NullMarked
package org.arolang.language.diagnostic;

import org.jspecify.annotations.NullMarked;
