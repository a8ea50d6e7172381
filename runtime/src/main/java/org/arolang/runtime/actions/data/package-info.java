/** The data actions (chapter 03): each class declares one action and prepares its statements. */
@NullMarked
package org.arolang.runtime.actions.data;

import org.jspecify.annotations.NullMarked;
