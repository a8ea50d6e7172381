/** From a path to an application: finding sources, reading them, checking and compiling them. */
@NullMarked
package org.arolang.cli.load;

import org.jspecify.annotations.NullMarked;
