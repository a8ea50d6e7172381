/** Actions: their declarations, and what a statement hands to them. */
@NullMarked
package org.arolang.runtime.action;

import org.jspecify.annotations.NullMarked;
