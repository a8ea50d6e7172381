/** Characters to tokens to tree. */
@NullMarked
package org.arolang.language.parse;

import org.jspecify.annotations.NullMarked;
