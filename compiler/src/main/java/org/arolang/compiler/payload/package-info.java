/** What every executable carries besides the program: a Java runtime image, ARO's own classes and the start-up cache, compressed. */
@NullMarked
package org.arolang.compiler.payload;

import org.jspecify.annotations.NullMarked;
