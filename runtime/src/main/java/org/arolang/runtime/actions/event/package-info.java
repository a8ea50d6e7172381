/** Actions that publish: events, notifications, state transitions. */
@NullMarked
package org.arolang.runtime.actions.event;

import org.jspecify.annotations.NullMarked;
