/** Running feature sets: programs, activations, triggers, responses and failures (chapter 04). */
@NullMarked
package org.arolang.runtime.execution;

import org.jspecify.annotations.NullMarked;
