/** The web: HTTP and WebSocket, server and client. */
@NullMarked
package org.arolang.web;

import org.jspecify.annotations.NullMarked;
