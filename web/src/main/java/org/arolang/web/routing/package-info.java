/** From methods and paths to operations (chapter 05, section 4). */
@NullMarked
package org.arolang.web.routing;

import org.jspecify.annotations.NullMarked;
