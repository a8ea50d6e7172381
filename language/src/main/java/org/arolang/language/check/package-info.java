/** The static checks of chapter 01, section 8, and what they resolve. */
@NullMarked
package org.arolang.language.check;

import org.jspecify.annotations.NullMarked;
