/** What templates are made of while they are rendered: the output, the escaping of values, filters, and where the files come from. */
@NullMarked
package org.arolang.runtime.template;

import org.jspecify.annotations.NullMarked;
