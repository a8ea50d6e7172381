/** Running an application again whenever what it is made of changes ([TOOL-163], [TOOL-164]). */
@NullMarked
package org.arolang.cli.watch;

import org.jspecify.annotations.NullMarked;
