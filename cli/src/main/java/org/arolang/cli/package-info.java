/** The {@code aro} command: the edge that talks to people, files and the terminal. */
@NullMarked
package org.arolang.cli;

import org.jspecify.annotations.NullMarked;
