/** Running an application's tests, and the report of what came out ([TOOL-400] to [TOOL-409]). */
@NullMarked
package org.arolang.cli.testing;

import org.jspecify.annotations.NullMarked;
