/** Templates: their text parsed, compiled and rendered. */
@NullMarked
package org.arolang.compiler.template;

import org.jspecify.annotations.NullMarked;
