/** The HTTP server: event loops, connections, limits, starting and stopping (chapter 05, sections 3, 4 and 10). */
@NullMarked
package org.arolang.web.server;

import org.jspecify.annotations.NullMarked;
