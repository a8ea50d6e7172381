@NullMarked
package org.arolang.language.format;

import org.jspecify.annotations.NullMarked;
