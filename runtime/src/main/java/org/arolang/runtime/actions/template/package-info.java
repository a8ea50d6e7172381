/** The actions that only templates use. */
@NullMarked
package org.arolang.runtime.actions.template;

import org.jspecify.annotations.NullMarked;
