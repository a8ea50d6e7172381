/** What compiled programs call: the meeting point of generated classes and the runtime. */
@NullMarked
package org.arolang.runtime.code;

import org.jspecify.annotations.NullMarked;
