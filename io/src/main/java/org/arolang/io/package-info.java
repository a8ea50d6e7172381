/** The surroundings of a program: files, sockets, processes. */
@NullMarked
package org.arolang.io;

import org.jspecify.annotations.NullMarked;
