/** What a request brings, as a feature set sees it (chapter 05, section 5). */
@NullMarked
package org.arolang.web.request;

import org.jspecify.annotations.NullMarked;
