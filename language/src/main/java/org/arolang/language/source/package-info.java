/** Source text and places in it. */
@NullMarked
package org.arolang.language.source;

import org.jspecify.annotations.NullMarked;
