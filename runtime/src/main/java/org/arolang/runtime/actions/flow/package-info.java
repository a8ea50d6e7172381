/** Actions that speak: to the console, to the caller, to connections. */
@NullMarked
package org.arolang.runtime.actions.flow;

import org.jspecify.annotations.NullMarked;
