/** Trees as text: ARO source, and a short form for tests and tools. */
@NullMarked
package org.arolang.language.print;

import org.jspecify.annotations.NullMarked;
