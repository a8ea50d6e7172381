/** What a feature set returns, as a client sees it (chapter 05, section 6). */
@NullMarked
package org.arolang.web.response;

import org.jspecify.annotations.NullMarked;
