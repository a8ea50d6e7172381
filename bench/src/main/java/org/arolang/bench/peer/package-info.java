/** StatusPost written by hand on bare Vert.x: the same files, the same answers as the ARO program, to compare with. */
@NullMarked
package org.arolang.bench.peer;

import org.jspecify.annotations.NullMarked;
