/** Clients of the load run. */
@NullMarked
package org.arolang.bench.load;

import org.jspecify.annotations.NullMarked;
