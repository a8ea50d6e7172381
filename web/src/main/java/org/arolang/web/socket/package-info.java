/** WebSockets and event streams: connections that the server pushes messages to (chapter 05, sections 7 and 8). */
@NullMarked
package org.arolang.web.socket;

import org.jspecify.annotations.NullMarked;
