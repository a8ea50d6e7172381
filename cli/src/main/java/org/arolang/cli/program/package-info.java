/** Built programs: what an executable carries, how it is made, and how it starts. */
@NullMarked
package org.arolang.cli.program;

import org.jspecify.annotations.NullMarked;
