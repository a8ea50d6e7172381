/** Actions that wait, start and stop. */
@NullMarked
package org.arolang.runtime.actions.lifecycle;

import org.jspecify.annotations.NullMarked;
