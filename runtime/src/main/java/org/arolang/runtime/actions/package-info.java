/** The actions that come with the runtime. */
@NullMarked
package org.arolang.runtime.actions;

import org.jspecify.annotations.NullMarked;
